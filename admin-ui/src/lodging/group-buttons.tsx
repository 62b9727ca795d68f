import Button from '@mui/material/Button'
import LoginOutlined from '@mui/icons-material/LoginOutlined'
import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import { useState } from 'react'
import type { Order } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { CheckInDialog } from './arrival/check-in-dialog.tsx'
import { CheckOutDialog } from './departure/check-out-dialog.tsx'

/** A group goes in and out in one go; offered where more than one room can. */
export const GroupButtons = ({ order }: { order: Order }) => {
  const t = useText()
  const [arriving, setArriving] = useState<string[] | null>(null)
  const [leaving, setLeaving] = useState(false)
  const roomsFor = (action: string) =>
    order.stays.filter(({ allowedActions }) => allowedActions.includes(action)).map(({ id }) => id)
  const toArrive = roomsFor('check_in')
  const toLeave = roomsFor('check_out')
  const rooms = (count: number) => t('formats.rooms', { smart_count: count })

  return (
    <>
      {toArrive.length > 1 ? (
        <Button
          variant="contained"
          startIcon={<LoginOutlined />}
          onClick={() => setArriving(toArrive)}
        >
          {t('arrival.group', { rooms: rooms(toArrive.length) })}
        </Button>
      ) : null}
      {toLeave.length > 1 ? (
        <Button variant="contained" startIcon={<LogoutOutlined />} onClick={() => setLeaving(true)}>
          {t('departure.group', { rooms: rooms(toLeave.length) })}
        </Button>
      ) : null}
      {arriving ? (
        <CheckInDialog
          stayIds={arriving}
          title={t('arrival.groupTitle', { number: order.number })}
          onClose={() => setArriving(null)}
        />
      ) : null}
      {leaving ? (
        <CheckOutDialog
          title={t('departure.groupTitle', { number: order.number })}
          whose={{ orderId: order.id }}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </>
  )
}
