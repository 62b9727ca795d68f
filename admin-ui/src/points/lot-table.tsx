import Skeleton from '@mui/material/Skeleton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Section } from '../platform/layout/section.tsx'
import { Failure } from '../platform/states/failure.tsx'

/** What the balance is made of, by expiry. */
export const LotTable = ({ memberId }: { memberId: string }) => {
  const t = useText()
  const { expiry, points } = useFormats()
  const { data, error, refetch } = useQuery({
    queryKey: ['members', 'points', memberId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/members/{id}/points', { params: { path: { id: memberId } }, signal })),
  })
  return (
    <Section title={t('points.lots')} help={t('points.lotsHelp')}>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={80} /> : null}
      {data?.lots.length === 0 ? (
        <Typography color="text.secondary">{t('points.noLots')}</Typography>
      ) : null}
      {data && data.lots.length > 0 ? (
        <TableContainer>
          <Table size="small" sx={{ '& .MuiTableCell-root': { px: 0.5 } }}>
            <TableHead>
              <TableRow>
                <TableCell>{t('points.lotClass')}</TableCell>
                <TableCell>{t('points.expires')}</TableCell>
                <TableCell align="right">{t('points.issued')}</TableCell>
                <TableCell align="right">{t('points.remaining')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.lots.map((lot) => (
                <TableRow key={lot.id}>
                  <TableCell>{t(`points.${lot.lotClass}`)}</TableCell>
                  <TableCell>{lot.expired ? t('points.expired') : expiry(lot.expiresAt)}</TableCell>
                  <TableCell align="right">{points(lot.issued)}</TableCell>
                  <TableCell align="right" sx={{ fontWeight: 600 }}>
                    {points(lot.remaining)}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      ) : null}
    </Section>
  )
}
