import Box from '@mui/material/Box'
import { addDays, intlLocale } from '../platform/formats/day.ts'
import { useText, useUiLocale } from '../platform/i18n/use-text.ts'
import { dye } from '../platform/themes/palette.ts'

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)
const weekdayOf = (day: string): number => dateOf(day).getUTCDay()
const SATURDAY = 6
const SUNDAY = 0

const inkOf = (day: string): string => {
  if (weekdayOf(day) === SUNDAY) return dye.vermilionDeep
  return weekdayOf(day) === SATURDAY ? dye.indigo : dye.inkSoft
}

type DaysProps = { from: string; today: string; days: number }

const listOf = (from: string, days: number): string[] =>
  Array.from({ length: days }, (_, index) => addDays(from, index))

/** The dates above the rooms; the month stands where it begins. */
export const DayHeads = ({ from, today, days, day: width }: DaysProps & { day: number }) => {
  const t = useText()
  const locale = intlLocale(useUiLocale())
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  return (
    <Box
      sx={{
        display: 'flex',
        position: 'sticky',
        top: 0,
        zIndex: 3,
        height: 54,
        bgcolor: dye.paper,
        borderBottom: `1px solid ${dye.lineStrong}`,
      }}
    >
      <Box
        sx={{
          position: 'sticky',
          left: 0,
          zIndex: 1,
          width: 'var(--head)',
          flex: 'none',
          bgcolor: dye.paper,
          borderRight: `1px solid ${dye.lineStrong}`,
          display: 'flex',
          alignItems: 'flex-end',
          px: 1,
          pb: 0.75,
          fontSize: '0.75rem',
          color: dye.inkSoft,
        }}
      >
        {t('timeline.room')}
      </Box>
      {listOf(from, days).map((day, index) => (
        <Box
          key={day}
          sx={{
            width,
            flex: 'none',
            textAlign: 'center',
            fontSize: '0.75rem',
            lineHeight: 1.25,
            pt: 0.5,
            color: inkOf(day),
            fontWeight: day === today ? 700 : 400,
            bgcolor: day === today ? dye.indigoPale : undefined,
          }}
        >
          <Box
            component="span"
            sx={{ display: 'block', height: 15, fontWeight: 700, color: dye.ink }}
          >
            {index === 0 || day.endsWith('-01') ? month.format(dateOf(day)) : ''}
          </Box>
          <Box component="span" sx={{ display: 'block', fontSize: '0.875rem' }}>
            {Number(day.slice(8))}
          </Box>
          {weekday.format(dateOf(day))}
        </Box>
      ))}
    </Box>
  )
}

/** Behind the rooms: weekends in shade, today in blue. */
export const DayBands = ({ from, today, days }: DaysProps) => (
  <>
    {listOf(from, days).map((day, index) => {
      const isWeekend = weekdayOf(day) === SUNDAY || weekdayOf(day) === SATURDAY
      if (!isWeekend && day !== today) return null
      return (
        <Box
          key={day}
          aria-hidden
          sx={{
            position: 'absolute',
            top: 0,
            bottom: 0,
            left: `calc(var(--head) + ${index} * var(--day))`,
            width: 'var(--day)',
            bgcolor: day === today ? dye.indigoPale : dye.washi,
          }}
        />
      )
    })}
  </>
)
