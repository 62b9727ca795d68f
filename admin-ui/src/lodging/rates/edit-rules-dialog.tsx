import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { decisionHeaders } from '../../api/command-headers.ts'
import type { RateRules, Rules } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { DayField } from '../../platform/layout/day-field.tsx'
import { RuleSentences } from './rule-sentences.tsx'
import { rulesBodyOf, rulesDraftOf, type RulesDraft } from './rules-draft.ts'
import { SeasonFields } from './season-fields.tsx'
import { SurchargeField } from './surcharge-field.tsx'
import { useWeekdays } from './use-weekdays.ts'

type EditRulesDialogProps = { rules: RateRules; onClose: () => void }

/** The rules of a type; what they will mean is told below while they are typed. */
export const EditRulesDialog = ({ rules, onClose }: EditRulesDialogProps) => {
  const t = useText()
  const [draft, setDraft] = useState(() => rulesDraftOf(rules.inForce?.rules))
  const body = rulesBodyOf(draft)
  return (
    <CommandDialog
      title={t('rules.editTitle')}
      confirm={t(draft.publishOn ? 'rules.schedule' : 'rules.save')}
      maxWidth="md"
      ready={body !== null}
      send={(key) =>
        answerOf(
          api.PUT('/v1/room-types/{id}/rate-rules', {
            params: {
              path: { id: rules.roomTypeId },
              header: decisionHeaders(key, rules.version),
            },
            body: body as NonNullable<typeof body>,
          }),
        )
      }
      done={t(draft.publishOn ? 'rules.scheduled' : 'rules.saved')}
      onDone={onClose}
      onClose={onClose}
    >
      <RulesFields draft={draft} onChange={(changes) => setDraft({ ...draft, ...changes })} />
      {body ? (
        <Box role="group" aria-label={t('rules.meaning')}>
          <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{t('rules.meaning')}</Typography>
          <RuleSentences rules={wholeRules(body)} />
        </Box>
      ) : (
        <Alert severity="info">{t('rules.incomplete')}</Alert>
      )}
    </CommandDialog>
  )
}

const wholeRules = (body: NonNullable<ReturnType<typeof rulesBodyOf>>): Rules => ({
  base: body.base,
  weekdays: body.weekdays ?? [],
  holidayEve: body.holidayEve ?? null,
  seasons: body.seasons ?? [],
  pricedUntil: body.pricedUntil ?? null,
})

type RulesFieldsProps = { draft: RulesDraft; onChange: (changes: Partial<RulesDraft>) => void }

const RulesFields = ({ draft, onChange }: RulesFieldsProps) => {
  const t = useText()
  const weekdays = useWeekdays('long')
  const heading = (text: string) => (
    <Typography component="h3" sx={{ fontWeight: 600, mt: 1 }}>
      {text}
    </Typography>
  )
  return (
    <>
      <TextField
        label={t('rules.baseLabel')}
        value={draft.base}
        onChange={(event) => onChange({ base: event.target.value })}
        helperText={t('rules.baseHelp')}
        sx={{ mt: 1, maxWidth: 320 }}
      />
      {heading(t('rules.surcharges'))}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        {weekdays.map(({ value, label }, index) => (
          <SurchargeField
            key={value}
            label={label}
            value={draft.weekdays[index] ?? { kind: 'percent', value: '' }}
            onChange={(surcharge) => onChange({ weekdays: draft.weekdays.with(index, surcharge) })}
          />
        ))}
        <SurchargeField
          label={t('rules.eveLabel')}
          value={draft.holidayEve}
          onChange={(holidayEve) => onChange({ holidayEve })}
        />
      </Box>
      {heading(t('rules.seasons'))}
      <SeasonFields seasons={draft.seasons} onChange={(seasons) => onChange({ seasons })} />
      {heading(t('rules.when'))}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <DayField
          label={t('rules.untilLabel')}
          helperText={t('rules.untilHelp')}
          value={draft.pricedUntil}
          onChange={(pricedUntil) => onChange({ pricedUntil })}
        />
        <DayField
          label={t('rules.publishLabel')}
          helperText={t('rules.publishHelp')}
          value={draft.publishOn}
          onChange={(publishOn) => onChange({ publishOn })}
        />
      </Box>
    </>
  )
}
