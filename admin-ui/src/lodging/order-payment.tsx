import Typography from '@mui/material/Typography'
import type { Order } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Section } from '../platform/layout/section.tsx'
import { SumRow } from '../platform/layout/sum-row.tsx'

/** What the order costs, what has been paid, what went back. */
export const OrderPayment = ({ order }: { order: Order }) => {
  const t = useText()
  const { points, moment } = useFormats()
  const unpaid = order.status === 'pending' ? order.total - order.paid : 0
  return (
    <Section title={t('orders.payment')}>
      <SumRow label={t('orders.total')} value={points(order.total)} strong />
      <SumRow label={t('orders.paid')} value={points(order.paid)} />
      {unpaid > 0 ? <SumRow label={t('orders.unpaid')} value={points(unpaid)} /> : null}
      {order.fee > 0 ? <SumRow label={t('cancellation.fee')} value={points(order.fee)} /> : null}
      {order.returned > 0 ? (
        <SumRow label={t('orders.returned')} value={points(order.returned)} />
      ) : null}
      {order.status === 'pending' ? (
        <Typography variant="caption" color="text.secondary">
          {`${t('orders.payBy')} ${moment(order.payBy)}`}
        </Typography>
      ) : null}
    </Section>
  )
}
