import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import type { CancellationSums } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { dye } from '../platform/themes/palette.ts'

type Nights = CancellationSums['stays'][number]['nights']

/** Paid, fee and return of each night: the sums are made of these. */
export const CancellationNights = ({ nights }: { nights: Nights }) => {
  const t = useText()
  const { day, points } = useFormats()
  return (
    <Box
      component="details"
      sx={{
        mt: 0.5,
        '& summary': { cursor: 'pointer', color: 'primary.main', fontSize: '0.875rem', py: 0.5 },
      }}
    >
      <summary>{t('cancellation.nights')}</summary>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('cancellation.night')}</th>
            <th scope="col">{t('cancellation.paid')}</th>
            <th scope="col">{t('cancellation.fee')}</th>
            <th scope="col">{t('cancellation.returned')}</th>
          </tr>
        </thead>
        <tbody>
          {nights.map(({ night, paid, fee, returned }) => (
            <tr key={night}>
              <th scope="row">{day(night)}</th>
              <td>{points(paid)}</td>
              <td>{points(fee)}</td>
              <td>{points(returned)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Box>
  )
}

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.8125rem',
  '& th': { fontWeight: 500, textAlign: 'right', color: dye.inkSoft, padding: '4px 0 4px 6px' },
  '& th:first-of-type': { textAlign: 'left', paddingLeft: 0 },
  '& td': { textAlign: 'right', padding: '4px 0 4px 6px', whiteSpace: 'nowrap' },
  '& tbody tr': { borderTop: `1px solid ${dye.line}` },
})
