import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import type { NightCalendar } from '../../api/records.ts'
import { addDays } from '../../platform/formats/day.ts'
import { useNamed, useText } from '../../platform/i18n/use-text.ts'
import { dye } from '../../platform/themes/palette.ts'
import { useWeekdayName } from './date-head.tsx'
import type { NightCellProps } from './night-grid.tsx'
import { extended, holds, only, type Selection } from './night-selection.ts'
import { dateTone, nightTone } from './night-tones.ts'
import { SpokenCell } from './spoken-cell.tsx'

type NightMonthProps = {
  calendar: NightCalendar
  roomType: number
  onRoomType: (index: number) => void
  cell: (props: NightCellProps) => ReactNode
  said: (props: NightCellProps) => string
  onOpen: (props: NightCellProps) => void
  selection?: Selection | null
  onSelect?: (selection: Selection) => void
}

/** One type's month on a phone, Sunday first. The first touch chooses a night, the second the range up to it. */
export const NightMonth = (props: NightMonthProps) => {
  const { calendar, roomType, selection = null, onSelect } = props
  const t = useText()
  const named = useNamed()
  const weekday = useWeekdayName()
  const type = calendar.roomTypes[roomType]
  const first = calendar.dates[0]
  if (!type || !first) return null
  const before = first.weekday % 7
  const touch = (day: number, cell: NightCellProps) => {
    if (!onSelect) return props.onOpen(cell)
    const place = { type: roomType, day }
    const isOne = selection?.anchor.day === selection?.head.day
    onSelect(selection && isOne ? extended(selection, place) : only(place))
  }
  return (
    <>
      <TextField
        select
        fullWidth
        label={t('nights.roomType')}
        value={roomType}
        onChange={(event) => props.onRoomType(Number(event.target.value))}
        sx={{ mb: 1.5 }}
      >
        {calendar.roomTypes.map((one, index) => (
          <MenuItem key={one.roomTypeId} value={index}>
            {named(one)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', gap: '3px' }}>
        {Array.from({ length: 7 }, (_, index) => (
          <Box
            key={index}
            aria-hidden
            sx={{ textAlign: 'center', fontSize: '0.75rem', color: 'text.secondary' }}
          >
            {weekday(addDays(first.date, index - before))}
          </Box>
        ))}
        {Array.from({ length: before }, (_, index) => (
          <span key={`before-${index}`} />
        ))}
        {type.nights.map((night, day) => {
          const date = calendar.dates[day]
          if (!date) return null
          const cell = { type, night, date }
          return (
            <MonthCell
              key={night.night}
              cell={cell}
              said={props.said(cell)}
              isToday={night.night === calendar.businessDate}
              chosen={onSelect ? holds(selection, { type: roomType, day }) : undefined}
              onTouch={() => touch(day, cell)}
            >
              {props.cell(cell)}
            </MonthCell>
          )
        })}
      </Box>
      <HolidayNames calendar={calendar} />
    </>
  )
}

type MonthCellProps = {
  cell: NightCellProps
  said: string
  isToday: boolean
  /** Undefined where nothing can be chosen. */
  chosen: boolean | undefined
  onTouch: () => void
  children: ReactNode
}

const MonthCell = ({ cell, said, isToday, chosen, onTouch, children }: MonthCellProps) => {
  const t = useText()
  const { night, date } = cell
  const { ink, paper } = nightTone(night, date)
  return (
    <ButtonBase
      aria-pressed={chosen}
      onClick={onTouch}
      sx={{
        display: 'grid',
        alignContent: 'space-between',
        justifyItems: 'stretch',
        minHeight: 60,
        p: '4px 2px',
        borderRadius: '6px',
        border: `1px solid ${dye.line}`,
        bgcolor: paper,
        color: ink,
        fontSize: '0.75rem',
        textAlign: 'right',
        ...(chosen && { boxShadow: `inset 0 0 0 2px ${dye.indigo}` }),
      }}
    >
      <SpokenCell said={said}>
        <Box
          component="span"
          sx={{
            display: 'block',
            textAlign: 'left',
            pl: '3px',
            fontWeight: isToday ? 800 : 600,
            color: night.whyNot === 'no_rate' ? 'inherit' : dateTone(date).ink,
          }}
        >
          {Number(date.date.slice(8))}
          {date.holiday ? t('nights.holidayMark') : null}
        </Box>
        {children}
      </SpokenCell>
    </ButtonBase>
  )
}

/** There is no room for names in the cells of a phone: they stand below. */
const HolidayNames = ({ calendar }: { calendar: NightCalendar }) => {
  const named = useNamed()
  const t = useText()
  const days = calendar.dates.flatMap(({ date, holiday, closed }) => {
    const special = closed ?? holiday
    return special
      ? [t('nights.dayName', { day: Number(date.slice(8)), name: named(special) })]
      : []
  })
  return days.length > 0 ? (
    <Box component="p" sx={{ fontSize: '0.8125rem', color: 'text.secondary', mt: 1.5, mb: 0 }}>
      {days.join(t('nights.between'))}
    </Box>
  ) : null
}
