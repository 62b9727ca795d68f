import EventRepeatOutlined from '@mui/icons-material/EventRepeatOutlined'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { decisionHeaders } from '../../api/command-headers.ts'
import type { RoomBlock } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { addDays } from '../../platform/formats/day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { DayField } from '../../platform/layout/day-field.tsx'

/** The work takes longer, or is done sooner. */
export const ChangeBlockButton = ({ block }: { block: RoomBlock }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  if (!block.allowedActions.includes('change')) return null
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<EventRepeatOutlined />}
        onClick={() => setOpen(true)}
      >
        {t('blocks.change')}
      </Button>
      {open ? <ChangeBlockDialog block={block} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const ChangeBlockDialog = ({ block, onClose }: { block: RoomBlock; onClose: () => void }) => {
  const t = useText()
  // A person thinks of the day the room opens again; the books of the last night it is closed.
  const before = addDays(block.untilNight, 1)
  const [reopens, setReopens] = useState(before)
  const isWrong = reopens <= block.fromNight
  return (
    <CommandDialog
      title={t('blocks.changeTitle', { number: block.roomNumber })}
      confirm={t('blocks.change')}
      reason="required"
      ready={!isWrong && reopens !== before}
      send={(key, reason) =>
        answerOf(
          api.PATCH('/v1/room-blocks/{id}', {
            params: { path: { id: block.id }, header: decisionHeaders(key, block.version) },
            body: { untilNight: addDays(reopens, -1), reason },
          }),
        )
      }
      done={t('blocks.changeDone')}
      onDone={onClose}
      onClose={onClose}
    >
      <Typography variant="body2">{t('blocks.changeAsk')}</Typography>
      <DayField
        label={t('block.until')}
        value={reopens}
        error={isWrong}
        helperText={t(isWrong ? 'block.spanWrong' : 'block.untilHelp')}
        onChange={setReopens}
      />
    </CommandDialog>
  )
}
