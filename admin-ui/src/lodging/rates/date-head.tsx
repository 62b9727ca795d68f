import Box from '@mui/material/Box'
import type { CalendarDate } from '../../api/records.ts'
import { useNamed, useUiLocale } from '../../platform/i18n/use-text.ts'
import { intlLocale } from '../../platform/formats/day.ts'
import { dye } from '../../platform/themes/palette.ts'
import { dateTone } from './night-tones.ts'

/** A day of the head: number, weekday, and the holiday's name where there is one. */
export const DateHead = ({ date, isToday }: { date: CalendarDate; isToday: boolean }) => {
  const named = useNamed()
  const weekday = useWeekdayName()
  const { ink, paper } = dateTone(date)
  const special = date.closed ?? date.holiday
  return (
    <Box
      component="th"
      scope="col"
      aria-current={isToday ? 'date' : undefined}
      title={special ? named(special) : undefined}
      sx={{
        color: ink,
        bgcolor: paper,
        minWidth: 64,
        px: 0.5,
        py: 0.75,
        fontWeight: 600,
        fontSize: '0.8125rem',
        verticalAlign: 'top',
        borderRight: `1px solid ${dye.line}`,
        borderBottom: `1px solid ${dye.line}`,
        ...(isToday && { boxShadow: `inset 0 3px 0 ${dye.indigo}` }),
      }}
    >
      <Box component="span" sx={{ display: 'block' }}>
        {Number(date.date.slice(8))}
        <Box component="span" sx={{ fontWeight: 400, ml: 0.5 }}>
          {weekday(date.date)}
        </Box>
      </Box>
      {special ? (
        <Box
          component="span"
          sx={{
            display: 'block',
            fontSize: '0.6875rem',
            fontWeight: 500,
            lineHeight: 1.25,
            maxWidth: 72,
            mx: 'auto',
          }}
        >
          {named(special)}
        </Box>
      ) : null}
    </Box>
  )
}

export const useWeekdayName = (style: 'short' | 'long' = 'short') => {
  const locale = intlLocale(useUiLocale())
  const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' })
  return (day: string): string => format.format(new Date(`${day}T00:00:00Z`))
}
