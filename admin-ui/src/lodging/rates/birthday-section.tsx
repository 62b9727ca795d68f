import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { decisionHeaders } from '../../api/command-headers.ts'
import type { BirthdayBenefit } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { Section } from '../../platform/layout/section.tsx'
import { useProperty } from '../../platform/session/use-property.ts'
import { usePermission } from '../../platform/session/use-session.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { wholeNumber } from './rate-draft.ts'

const BASES = ['night', 'check_in', 'booking_date'] as const
const LEAP_DAYS = ['feb_28', 'mar_1'] as const
const ROUNDINGS = ['down', 'up', 'nearest'] as const

/** 003-15: what a birthday is worth here, told in one sentence. */
export const BirthdaySection = () => {
  const t = useText()
  const propertyId = useProperty()?.id ?? ''
  const mayEdit = usePermission('rate.edit')
  const [editing, setEditing] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['availability', 'birthday-benefit', propertyId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/properties/{id}/birthday-benefit', {
          params: { path: { id: propertyId } },
          signal,
        }),
      ),
    enabled: propertyId !== '',
  })
  return (
    <Section
      title={t('birthday.title')}
      aside={
        mayEdit && data ? (
          <Button variant="outlined" onClick={() => setEditing(true)}>
            {t('birthday.edit')}
          </Button>
        ) : null
      }
    >
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton height={48} /> : null}
      {data ? <BenefitSentence benefit={data} /> : null}
      {data && editing ? (
        <EditBenefitDialog
          propertyId={propertyId}
          benefit={data}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </Section>
  )
}

const BenefitSentence = ({ benefit }: { benefit: BirthdayBenefit }) => {
  const t = useText()
  if (benefit.percent === 0) return <Typography>{t('birthday.off')}</Typography>
  return (
    <>
      <Typography>
        {t('birthday.sentence', {
          days: benefit.daysAround,
          percent: benefit.percent,
          basis: t(`birthday.bases.${benefit.basis}`),
        })}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
        {t('birthday.details', {
          rounding: t(`birthday.roundings.${benefit.rounding}`),
          leapDay: t(`birthday.leapDays.${benefit.leapDay}`),
        })}
      </Typography>
    </>
  )
}

type EditBenefitDialogProps = {
  propertyId: string
  benefit: BirthdayBenefit
  onClose: () => void
}

const EditBenefitDialog = ({ propertyId, benefit, onClose }: EditBenefitDialogProps) => {
  const t = useText()
  const { version, ...settings } = benefit
  const [draft, setDraft] = useState({
    ...settings,
    percent: String(benefit.percent),
    daysAround: String(benefit.daysAround),
  })
  const percent = wholeNumber(draft.percent)
  const daysAround = wholeNumber(draft.daysAround)
  const choice = <K extends 'basis' | 'leapDay' | 'rounding'>(
    field: K,
    label: string,
    choices: readonly { value: string; label: string }[],
  ) => (
    <TextField
      select
      label={label}
      value={draft[field]}
      onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
    >
      {choices.map((one) => (
        <MenuItem key={one.value} value={one.value}>
          {one.label}
        </MenuItem>
      ))}
    </TextField>
  )
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
      <TextField
        label={t('birthday.percent')}
        helperText={t('birthday.percentHelp')}
        value={draft.percent}
        onChange={(event) => setDraft({ ...draft, percent: event.target.value })}
        sx={{ mt: 1 }}
      />
      <TextField
        label={t('birthday.daysAround')}
        value={draft.daysAround}
        onChange={(event) => setDraft({ ...draft, daysAround: event.target.value })}
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
    </CommandDialog>
  )
}
