import BlockOutlined from '@mui/icons-material/BlockOutlined'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { RoomInBrief } from './room-verbs.tsx'
import { clockQuery } from '../platform/clock/clock-query.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { addDays } from '../platform/formats/day.ts'
import { dayOf } from '../platform/formats/moment.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { BlockFields } from './block-fields.tsx'
import { VerbButton } from './verb-button.tsx'

type BlockRoomButtonProps = { room: RoomInBrief; offered: boolean }

export const BlockRoomButton = ({ room, offered }: BlockRoomButtonProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
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
      {open ? <BlockRoomDialog room={room} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const BlockRoomDialog = ({ room, onClose }: { room: RoomInBrief; onClose: () => void }) => {
  const t = useText()
  const { timeZone } = useFormats()
  const { data: clock } = useQuery(clockQuery)
  const today = dayOf(clock?.now ?? new Date().toISOString(), timeZone)
  const [block, setBlock] = useState({
    kind: 'maintenance' as 'maintenance' | 'unavailable',
    fromNight: today,
    untilNight: addDays(today, 1),
  })

  return (
    <CommandDialog
      title={t('block.title', { number: room.number })}
      confirm={t('block.action')}
      reason="required"
      ready={block.untilNight > block.fromNight}
      send={(key, reason) =>
        answerOf(
          api.POST('/v1/rooms/{id}/block', {
            params: { path: { id: room.id }, header: commandHeaders(key) },
            body: { ...block, reason },
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
