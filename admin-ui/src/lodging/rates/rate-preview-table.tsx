import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { NightCalendar, RatePreview } from '../../api/records.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useNamed, useText } from '../../platform/i18n/use-text.ts'

const ROWS_SHOWN = 60

type RatePreviewTableProps = { calendar: NightCalendar; preview: RatePreview }

/** Before and after, night by night; what is sold already keeps its price. */
export const RatePreviewTable = ({ calendar, preview }: RatePreviewTableProps) => {
  const t = useText()
  const named = useNamed()
  const { day, points } = useFormats()
  const { nights } = preview
  const sold = nights.filter((night) => night.sold > 0).length
  const amount = (value: number | null) => (value === null ? t('rates.notSold') : points(value))
  const typeName = (id: string) => {
    const type = calendar.roomTypes.find(({ roomTypeId }) => roomTypeId === id)
    return type ? named(type) : ''
  }
  if (nights.length === 0)
    return <Typography color="text.secondary">{t('rates.nothing')}</Typography>
  return (
    <Box role="group" aria-label={t('rates.preview')}>
      <Typography sx={{ fontWeight: 600, mb: 0.5 }}>
        {t('rates.previewSum', { smart_count: nights.length })}
      </Typography>
      {sold > 0 ? (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
          {t('rates.soldKeep', { smart_count: sold })}
        </Typography>
      ) : null}
      <Box
        tabIndex={0}
        role="region"
        aria-label={t('rates.preview')}
        sx={{ maxHeight: 280, overflow: 'auto' }}
      >
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>{t('rates.night')}</TableCell>
              <TableCell>{t('nights.roomType')}</TableCell>
              <TableCell align="right">{t('rates.before')}</TableCell>
              <TableCell align="right">{t('rates.after')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {nights.slice(0, ROWS_SHOWN).map((night) => (
              <TableRow key={`${night.roomTypeId} ${night.night}`}>
                <TableCell>{day(night.night)}</TableCell>
                <TableCell>{typeName(night.roomTypeId)}</TableCell>
                <TableCell align="right">{amount(night.before)}</TableCell>
                <TableCell align="right" sx={{ fontWeight: 700 }}>
                  {amount(night.after)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {nights.length > ROWS_SHOWN ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {t('rates.more', { smart_count: nights.length - ROWS_SHOWN })}
        </Typography>
      ) : null}
    </Box>
  )
}
