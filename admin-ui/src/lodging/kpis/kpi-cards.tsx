import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import type { KpiFigures } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useKpiFormats } from './use-kpi-formats.ts'

const FIGURES = [
  'occupancy',
  'adr',
  'revPar',
  'revenue',
  'leadDays',
  'returningShare',
  'cancelled',
  'noShows',
  'decisionMinutes',
] as const
type Figure = (typeof FIGURES)[number]

type KpiCardsProps = { now: KpiFigures; before: KpiFigures | undefined }

/** The figures of the month, each with what it means and what it was the month before. */
export const KpiCards = ({ now, before }: KpiCardsProps) => (
  <Box
    sx={{
      display: 'grid',
      gap: 1.5,
      mb: 2,
      gridTemplateColumns: {
        xs: 'repeat(2, minmax(0, 1fr))',
        sm: 'repeat(auto-fill, minmax(210px, 1fr))',
      },
    }}
  >
    {FIGURES.map((figure) => (
      <KpiCard key={figure} figure={figure} now={now[figure]} before={before?.[figure]} />
    ))}
  </Box>
)

type KpiCardProps = { figure: Figure; now: number | null; before: number | null | undefined }

const KpiCard = ({ figure, now, before }: KpiCardProps) => {
  const t = useText()
  const write = useWriting(figure)
  return (
    <Card
      component="section"
      aria-label={t(`kpis.figures.${figure}`)}
      sx={{ p: { xs: 1.5, sm: 2 } }}
    >
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t(`kpis.figures.${figure}`)}
      </Typography>
      <Typography sx={{ fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.4 }}>
        {write(now)}
      </Typography>
      {before === undefined ? null : (
        <Typography variant="caption" component="p" sx={{ fontWeight: 500 }}>
          {t(`kpis.before.${directionOf(now, before)}`, { value: write(before) })}
        </Typography>
      )}
      <Typography variant="caption" component="p" color="text.secondary" sx={{ mt: 0.5 }}>
        {t(`kpis.meanings.${figure}`)}
      </Typography>
    </Card>
  )
}

const directionOf = (now: number | null, before: number | null): 'up' | 'down' | 'same' => {
  if (now === null || before === null || now === before) return 'same'
  return now > before ? 'up' : 'down'
}

const useWriting = (figure: Figure): ((value: number | null) => string) => {
  const formats = useKpiFormats()
  switch (figure) {
    case 'occupancy':
    case 'returningShare':
      return formats.percent
    case 'leadDays':
      return formats.days
    case 'decisionMinutes':
      return formats.minutes
    case 'cancelled':
    case 'noShows':
      return (count) => formats.rooms(count ?? 0)
    default:
      return formats.points
  }
}
