import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useText } from '../../platform/i18n/use-text.ts'
import { DayField } from '../../platform/layout/day-field.tsx'
import { dye } from '../../platform/themes/palette.ts'
import type { SeasonDraft } from './rules-draft.ts'

type SeasonFieldsProps = { seasons: SeasonDraft[]; onChange: (seasons: SeasonDraft[]) => void }

/** Seasons with their own base. */
export const SeasonFields = ({ seasons, onChange }: SeasonFieldsProps) => {
  const t = useText()
  const edit = (index: number, changes: Partial<SeasonDraft>) =>
    onChange(seasons.map((season, at) => (at === index ? { ...season, ...changes } : season)))
  const add = () =>
    onChange([
      ...seasons,
      { key: `new-${seasons.length}`, name: '', nameEn: '', from: '', until: '', base: '' },
    ])
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {seasons.map((season, index) => (
        <Box
          key={season.key}
          role="group"
          aria-label={season.name || t('rules.newSeason')}
          sx={{
            display: 'grid',
            gap: 1.5,
            gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
            p: 1.5,
            border: `1px solid ${dye.line}`,
            borderRadius: '10px',
          }}
        >
          <TextField
            size="small"
            label={t('rules.seasonName')}
            value={season.name}
            onChange={(event) => edit(index, { name: event.target.value })}
          />
          <TextField
            size="small"
            label={t('rules.seasonNameEn')}
            value={season.nameEn}
            onChange={(event) => edit(index, { nameEn: event.target.value })}
          />
          <DayField
            size="small"
            label={t('rates.fromNight')}
            value={season.from}
            onChange={(from) => edit(index, { from })}
          />
          <DayField
            size="small"
            label={t('rates.untilNight')}
            value={season.until}
            onChange={(until) => edit(index, { until })}
          />
          <TextField
            size="small"
            label={t('rules.baseLabel')}
            value={season.base}
            onChange={(event) => edit(index, { base: event.target.value })}
          />
          <Button color="error" onClick={() => onChange(seasons.filter((_, at) => at !== index))}>
            {t('rules.removeSeason')}
          </Button>
        </Box>
      ))}
      <Button variant="outlined" onClick={add} sx={{ justifySelf: 'start' }}>
        {t('rules.addSeason')}
      </Button>
    </Box>
  )
}
