import Button from '@mui/material/Button'
import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined'
import { useState } from 'react'
import type { Order } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { CancelOrderDialog } from './cancel-order-dialog.tsx'

export const CancelOrderButton = ({ order }: { order: Order }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const label = t(order.status === 'pending' ? 'cancellation.action' : 'cancellation.actionRequest')
  return (
    <>
      {order.allowedActions.includes('cancel') ? (
        <Button
          color="error"
          variant="outlined"
          startIcon={<EventBusyOutlined />}
          onClick={() => setOpen(true)}
        >
          {label}
        </Button>
      ) : null}
      {open ? <CancelOrderDialog order={order} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
