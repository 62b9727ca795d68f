import BlockOutlined from '@mui/icons-material/BlockOutlined'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { RoomInBrief } from './room-verbs.tsx'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { addDays } from '../platform/formats/day.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { BlockFields } from './block-fields.tsx'
import { useBusinessDate } from './use-business-date.ts'
import { VerbButton } from './verb-button.tsx'

type BlockRoomButtonProps = { room: RoomInBrief; offered: boolean }

export const BlockRoomButton = ({ room, offered }: BlockRoomButtonProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const today = useBusinessDate()
  return (
    <>
      {offered ? (
        <VerbButton
          label={t('block.action')}
          about={room.number}
          icon={BlockOutlined}
          compact={false}
          strong={false}
          onClick={() => setOpen(true)}
        />
      ) : null}
      {open && today ? (
        <BlockRoomDialog room={room} today={today} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}

type BlockRoomDialogProps = { room: RoomInBrief; today: string; onClose: () => void }

const BlockRoomDialog = ({ room, today, onClose }: BlockRoomDialogProps) => {
  const t = useText()
  const [block, setBlock] = useState({
    kind: 'maintenance' as 'maintenance' | 'unavailable',
    fromNight: today,
    reopens: addDays(today, 1),
  })
  const { kind, fromNight, reopens } = block

  return (
    <CommandDialog
      title={t('block.title', { number: room.number })}
      confirm={t('block.action')}
      reason="required"
      ready={reopens > fromNight}
      send={(key, reason) =>
        answerOf(
          api.POST('/v1/rooms/{id}/block', {
            params: { path: { id: room.id }, header: commandHeaders(key) },
            // The books know the last night it is closed.
            body: { kind, fromNight, untilNight: addDays(reopens, -1), reason },
          }),
        )
      }
      done={t('block.done')}
      onDone={onClose}
      onClose={onClose}
    >
      <BlockFields block={block} onChange={setBlock} />
    </CommandDialog>
  )
}
