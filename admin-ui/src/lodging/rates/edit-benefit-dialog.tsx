import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { decisionHeaders } from '../../api/command-headers.ts'
import type { BirthdayBenefit } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { wholeNumber } from './rate-draft.ts'

const BASES = ['night', 'check_in', 'booking_date'] as const
const LEAP_DAYS = ['feb_28', 'mar_1'] as const
const ROUNDINGS = ['down', 'up', 'nearest'] as const

type EditBenefitDialogProps = {
  propertyId: string
  benefit: BirthdayBenefit
  onClose: () => void
}
type BenefitDraft = Omit<BirthdayBenefit, 'version' | 'percent' | 'daysAround'> & {
  percent: string
  daysAround: string
}

export const EditBenefitDialog = ({ propertyId, benefit, onClose }: EditBenefitDialogProps) => {
  const t = useText()
  const { version, ...settings } = benefit
  const [draft, setDraft] = useState<BenefitDraft>({
    ...settings,
    percent: String(benefit.percent),
    daysAround: String(benefit.daysAround),
  })
  const percent = wholeNumber(draft.percent)
  const daysAround = wholeNumber(draft.daysAround)
  return (
    <CommandDialog
      title={t('birthday.editTitle')}
      confirm={t('actions.save')}
      maxWidth="sm"
      ready={percent !== null && daysAround !== null}
      send={(key) =>
        answerOf(
          api.PUT('/v1/properties/{id}/birthday-benefit', {
            params: { path: { id: propertyId }, header: decisionHeaders(key, version) },
            body: { ...draft, percent: percent ?? 0, daysAround: daysAround ?? 0 },
          }),
        )
      }
      done={t('birthday.saved')}
      onDone={onClose}
      onClose={onClose}
    >
      <BenefitFields draft={draft} onChange={(changes) => setDraft({ ...draft, ...changes })} />
    </CommandDialog>
  )
}

type BenefitFieldsProps = {
  draft: BenefitDraft
  onChange: (changes: Partial<BenefitDraft>) => void
}

const BenefitFields = ({ draft, onChange }: BenefitFieldsProps) => {
  const t = useText()
  const choice = (
    field: 'basis' | 'leapDay' | 'rounding',
    label: string,
    choices: readonly { value: string; label: string }[],
  ) => (
    <TextField
      select
      label={label}
      value={draft[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
    >
      {choices.map((one) => (
        <MenuItem key={one.value} value={one.value}>
          {one.label}
        </MenuItem>
      ))}
    </TextField>
  )
  return (
    <>
      <TextField
        label={t('birthday.percent')}
        helperText={t('birthday.percentHelp')}
        value={draft.percent}
        onChange={(event) => onChange({ percent: event.target.value })}
        sx={{ mt: 1 }}
      />
      <TextField
        label={t('birthday.daysAround')}
        value={draft.daysAround}
        onChange={(event) => onChange({ daysAround: event.target.value })}
      />
      {choice(
        'basis',
        t('birthday.basis'),
        BASES.map((value) => ({ value, label: t(`birthday.bases.${value}`) })),
      )}
      {choice(
        'leapDay',
        t('birthday.leapDay'),
        LEAP_DAYS.map((value) => ({ value, label: t(`birthday.leapDays.${value}`) })),
      )}
      {choice(
        'rounding',
        t('birthday.rounding'),
        ROUNDINGS.map((value) => ({ value, label: t(`birthday.roundings.${value}`) })),
      )}
    </>
  )
}
