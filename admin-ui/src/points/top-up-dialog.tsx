import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Member } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { SumRow } from '../platform/layout/sum-row.tsx'
import { useProperty } from '../platform/session/use-property.ts'

/** The house refuses less and more; said here so that nobody has to be refused. */
const AMOUNT_MIN = 1_000
const AMOUNT_MAX = 1_000_000
const USUAL_AMOUNTS = [10_000, 30_000, 50_000, 100_000]

type TopUpDialogProps = { member: Pick<Member, 'id' | 'name' | 'balance'>; onClose: () => void }

/** Cash in, points on: the amount, and the balance before and after, are on the screen before it happens. */
export const TopUpDialog = ({ member, onClose }: TopUpDialogProps) => {
  const t = useText()
  const property = useProperty()
  const { points } = useFormats()
  const [text, setText] = useState('')
  const amount = amountOf(text)
  const isWrong = text !== '' && amount === null

  return (
    <CommandDialog
      title={t('topUp.title', { name: member.name })}
      confirm={amount ? t('topUp.submit', { points: points(amount) }) : t('topUp.submitEmpty')}
      ready={amount !== null && property !== null}
      send={(key) =>
        answerOf(
          api.POST('/v1/members/{id}/top-ups', {
            params: { path: { id: member.id }, header: commandHeaders(key) },
            body: { amount: amount ?? 0, propertyId: property?.id ?? '' },
          }),
        )
      }
      done={t('topUp.done', { points: points(amount ?? 0) })}
      onDone={onClose}
      onClose={onClose}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {USUAL_AMOUNTS.map((usual) => (
          <Button
            key={usual}
            size="small"
            variant="outlined"
            aria-label={t('topUp.pick', { points: points(usual) })}
            aria-pressed={amount === usual}
            onClick={() => setText(String(usual))}
          >
            {points(usual)}
          </Button>
        ))}
      </Box>
      <TextField
        label={t('topUp.amount')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={isWrong}
        helperText={t(isWrong ? 'topUp.amountWrong' : 'topUp.amountHelp')}
        slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
        fullWidth
      />
      <div>
        <SumRow label={t('topUp.before')} value={points(member.balance)} />
        <SumRow label={t('topUp.after')} value={points(member.balance + (amount ?? 0))} strong />
      </div>
    </CommandDialog>
  )
}

/** Full-width digits and commas are what a Japanese keyboard gives; both are understood. */
const amountOf = (text: string): number | null => {
  const digits = text.normalize('NFKC').replace(/[,\s]/g, '')
  if (!/^\d{1,9}$/.test(digits)) return null
  const amount = Number(digits)
  return amount >= AMOUNT_MIN && amount <= AMOUNT_MAX ? amount : null
}
