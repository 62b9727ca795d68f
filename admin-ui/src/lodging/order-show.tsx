import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { LinkBase } from 'react-admin'
import type { Order } from '../api/records.ts'
import { MessageSection } from '../messages/message-section.tsx'
import { AuditTrail } from '../platform/audit/audit-trail.tsx'
import { useFormats } from '../platform/formats/use-formats.ts'
import { type Text, useText } from '../platform/i18n/use-text.ts'
import { BackLink } from '../platform/layout/back-link.tsx'
import { Page } from '../platform/layout/page.tsx'
import { RecordPage } from '../platform/layout/record-page.tsx'
import { usePermission } from '../platform/session/use-session.ts'
import { ConfirmationLink } from './confirmation-link.tsx'
import { CancelOrderButton } from './cancel-order-button.tsx'
import { GroupButtons } from './group-buttons.tsx'
import { OrderPayment } from './order-payment.tsx'
import { OrderStatusChip } from './order-status-chip.tsx'
import { OrderStays } from './order-stays.tsx'
import { usePermittedLink } from './use-permitted-link.ts'

export const OrderShow = () => (
  <RecordPage<Order> resource="orders">{(order) => <OrderPage order={order} />}</RecordPage>
)

const OrderPage = ({ order }: { order: Order }) => {
  const t = useText()
  const { moment } = useFormats()
  const mayReadTrail = usePermission('audit.read')
  const memberLink = usePermittedLink('member.read', `/members/${order.memberId}/show`)

  return (
    <Page
      title={t('orders.detail', { number: order.number })}
      aside={<OrderStatusChip status={order.status} />}
      lead={
        <>
          <MemberName order={order} to={memberLink} />
          {` · ${order.memberNumber} · ${channelName(order.channel, t)} · ${moment(order.placedAt)}`}
        </>
      }
      actions={
        <>
          <GroupButtons order={order} />
          <ConfirmationLink order={order} />
          <CancelOrderButton order={order} />
        </>
      }
      back={<BackLink to="/orders" label={t('orders.title')} />}
    >
      <OrderNotices order={order} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { lg: 'minmax(0, 1fr) 320px' },
          alignItems: 'start',
        }}
      >
        <OrderStays order={order} />
        <OrderPayment order={order} />
      </Box>
      <MessageSection about={{ subject: `order:${order.id}` }} />
      {mayReadTrail ? <AuditTrail subject={`order:${order.id}`} /> : null}
    </Page>
  )
}

const MemberName = ({ order, to }: { order: Order; to: string | null }) => {
  const t = useText()
  const name = t('formats.sama', { name: order.memberName })
  return to ? (
    <Link component={LinkBase} to={to} sx={{ fontWeight: 600 }}>
      {name}
    </Link>
  ) : (
    name
  )
}

const OrderNotices = ({ order }: { order: Order }) => {
  const t = useText()
  const { moment } = useFormats()
  const requestId = order.stays.find(({ openRequestId }) => openRequestId)?.openRequestId
  return (
    <>
      {order.status === 'pending' ? (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('orders.pendingNote', { time: moment(order.payBy) })}
        </Alert>
      ) : null}
      {requestId ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('orders.requestNote')}{' '}
          <Link component={LinkBase} to={`/approvals/${requestId}/show`}>
            {t('orders.openRequest')}
          </Link>
        </Alert>
      ) : null}
    </>
  )
}

const channels = ['desk', 'web', 'wechat', 'mini_program', 'line'] as const

/** Channels may grow; one without a word yet is shown as the house calls it. */
const channelName = (channel: string, t: Text): string => {
  const known = channels.find((one) => one === channel)
  return known ? t(`orders.channels.${known}`) : channel
}
