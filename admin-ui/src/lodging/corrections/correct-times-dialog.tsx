import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import type { Stay } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { momentAt, wallTime } from '../../platform/formats/wall-time.ts'
import { useText } from '../../platform/i18n/use-text.ts'

/** Only the recorded times; the state of the stay stays as it is. */
export const CorrectTimesDialog = ({ stay, onClose }: { stay: Stay; onClose: () => void }) => {
  const t = useText()
  const { timeZone } = useFormats()
  const shown = (moment: string | null) => (moment ? wallTime(moment, timeZone) : '')
  const before = { in: shown(stay.checkedInAt), out: shown(stay.checkedOutAt) }
  const [times, setTimes] = useState(before)
  const checkedInAt = times.in === before.in ? null : momentAt(times.in, timeZone)
  const checkedOutAt = times.out === before.out ? null : momentAt(times.out, timeZone)
  const field = (which: 'in' | 'out') => (
    <TextField
      type="datetime-local"
      label={t(which === 'in' ? 'corrections.checkedIn' : 'corrections.checkedOut')}
      value={times[which]}
      onChange={(event) => setTimes({ ...times, [which]: event.target.value })}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  )
  return (
    <CommandDialog
      title={t('corrections.titles.correct_times', { number: stay.roomNumber })}
      confirm={t('corrections.save')}
      reason="required"
      maxWidth="sm"
      ready={checkedInAt !== null || checkedOutAt !== null}
      send={(key, reason) =>
        answerOf(
          api.POST('/v1/stays/{id}/correct-times', {
            params: { path: { id: stay.id }, header: commandHeaders(key) },
            body: {
              ...(checkedInAt && { checkedInAt }),
              ...(checkedOutAt && { checkedOutAt }),
              reason,
            },
          }),
        )
      }
      done={t('corrections.done')}
      onDone={onClose}
      onClose={onClose}
    >
      {stay.checkedInAt ? field('in') : null}
      {stay.checkedOutAt ? field('out') : null}
    </CommandDialog>
  )
}
