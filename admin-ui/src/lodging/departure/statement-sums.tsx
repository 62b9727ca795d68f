import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import PrintOutlined from '@mui/icons-material/PrintOutlined'
import Typography from '@mui/material/Typography'
import type { Statement } from '../../api/records.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText, useUiLocale } from '../../platform/i18n/use-text.ts'
import { SumRow } from '../../platform/layout/sum-row.tsx'
import { statementPaper, type Whose } from './use-statement.ts'

type StatementSumsProps = { statement: Statement; whose: Whose }

/** Nights, discounts, what was kept and returned, and which points paid, room by room. */
export const StatementSums = ({ statement, whose }: StatementSumsProps) => {
  const t = useText()
  const locale = useUiLocale()
  const { points, moment } = useFormats()
  const { total, fee, returned } = statement
  return (
    <Box
      component="section"
      aria-label={t('departure.statement')}
      sx={{ display: 'grid', gap: 1.5 }}
    >
      {statement.stays.map(({ stay }) => (
        <Box key={stay.id}>
          <Typography sx={{ fontWeight: 600 }}>
            {t('room.title', { number: stay.roomNumber })}
          </Typography>
          {stay.checkedInAt ? (
            <Typography variant="caption" color="text.secondary" component="p">
              {[
                t('orders.checkedInAt', { time: moment(stay.checkedInAt) }),
                stay.checkedOutAt
                  ? t('orders.checkedOutAt', { time: moment(stay.checkedOutAt) })
                  : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          ) : null}
          <Nights nights={stay.nights} />
        </Box>
      ))}
      <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 1 }}>
        <SumRow label={t('orders.total')} value={points(total)} strong />
        {returned > 0 ? <SumRow label={t('orders.returned')} value={points(returned)} /> : null}
        {fee > 0 ? <SumRow label={t('cancellation.fee')} value={points(fee)} /> : null}
        {statement.points.map(({ lotClass, used }) => (
          <SumRow key={lotClass} label={t(`departure.lots.${lotClass}`)} value={points(used)} />
        ))}
      </Box>
      <Button
        component="a"
        href={statementPaper(whose, locale)}
        target="_blank"
        rel="noopener"
        startIcon={<PrintOutlined />}
        sx={{ justifySelf: 'start' }}
      >
        {t('departure.print')}
      </Button>
    </Box>
  )
}

const Nights = ({ nights }: { nights: Statement['stays'][number]['stay']['nights'] }) => {
  const t = useText()
  const { points, day } = useFormats()
  return nights.map(({ night, amount, discount }) => (
    <SumRow
      key={night}
      label={
        discount > 0
          ? `${day(night)} ${t('departure.discounted', { points: points(discount) })}`
          : day(night)
      }
      value={points(amount)}
    />
  ))
}
