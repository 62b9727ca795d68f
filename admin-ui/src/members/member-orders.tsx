import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { LinkBase, useGetList } from 'react-admin'
import type { Order } from '../api/records.ts'
import { OrderStatusChip } from '../lodging/order-status-chip.tsx'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { AmountRow } from '../platform/layout/amount-row.tsx'
import { Section } from '../platform/layout/section.tsx'
import { usePermission } from '../platform/session/use-session.ts'

const SHOWN = 10

/** The member's latest orders. */
export const MemberOrders = ({ memberId }: { memberId: string }) => {
  const t = useText()
  const mayRead = usePermission('order.read')
  const { data: orders, isPending } = useGetList<Order>(
    'orders',
    {
      filter: { memberId },
      pagination: { page: 1, perPage: SHOWN },
      sort: { field: 'placedAt', order: 'DESC' },
    },
    { enabled: mayRead },
  )
  if (!mayRead) return null
  return (
    <Section title={t('members.orders')}>
      {isPending ? <Skeleton variant="rounded" height={80} /> : null}
      {orders?.length === 0 ? (
        <Typography color="text.secondary">{t('members.noOrders')}</Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
        {orders?.map((order) => (
          <OrderLine key={order.id} order={order} />
        ))}
      </Box>
    </Section>
  )
}

const OrderLine = ({ order }: { order: Order }) => {
  const { days, points } = useFormats()
  return (
    <li>
      <AmountRow amount={points(order.total)}>
        <Link component={LinkBase} to={`/orders/${order.id}/show`} sx={{ fontWeight: 600 }}>
          {order.number}
        </Link>
        <OrderStatusChip status={order.status} />
        <Typography variant="body2" color="text.secondary">
          {days(order.checkIn, order.checkOut)}
        </Typography>
      </AmountRow>
    </li>
  )
}
