import Box from '@mui/material/Box'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { CalendarDate, CalendarNight, CalendarType, NightCalendar } from '../../api/records.ts'
import { useNamed, useText } from '../../platform/i18n/use-text.ts'
import { dye } from '../../platform/themes/palette.ts'
import { DateHead } from './date-head.tsx'
import { extended, holds, only, type Place, type Selection, step } from './night-selection.ts'
import { nightTone } from './night-tones.ts'
import { SpokenCell } from './spoken-cell.tsx'

export type NightCellProps = { type: CalendarType; night: CalendarNight; date: CalendarDate }

type NightGridProps = {
  calendar: NightCalendar
  label: string
  /** What stands in a cell, and what is read of it. */
  cell: (props: NightCellProps) => ReactNode
  said: (props: NightCellProps) => string
  onOpen: (props: NightCellProps) => void
  /** Where ranges can be chosen. */
  selection?: Selection | null
  onSelect?: (selection: Selection) => void
}

/**
 * Types × days as a grid: arrows walk, Shift with them or a drag chooses a range, Enter opens.
 * One cell is in the order of the tab key, as grids have it.
 */
export const NightGrid = (props: NightGridProps) => {
  const { calendar, selection = null, onSelect, onOpen } = props
  const t = useText()
  const named = useNamed()
  const table = useRef<HTMLTableElement>(null)
  const today = Math.max(
    0,
    calendar.dates.findIndex(({ date }) => date === calendar.businessDate),
  )
  const [at, setAt] = useState<Place>({ type: 0, day: today })
  const size = { types: calendar.roomTypes.length, days: calendar.dates.length }
  const focus = (place: Place) => {
    setAt(place)
    cellAt(table.current, place)?.focus()
  }

  // Today is in sight when the month opens, past days are a scroll away.
  useEffect(() => {
    const cell = cellAt(table.current, { type: 0, day: today })
    const box = table.current?.parentElement
    if (cell && box) box.scrollLeft = Math.max(0, cell.offsetLeft - 200)
  }, [today])

  const onKey = (event: KeyboardEvent, place: Place, cell: NightCellProps) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      if (!holds(selection, place)) onSelect?.(only(place))
      return onOpen(cell)
    }
    const to = step(event.key, place, size)
    if (!to) return
    event.preventDefault()
    onSelect?.(event.shiftKey ? extended(selection ?? only(place), to) : only(to))
    focus(to)
  }

  return (
    <Box
      sx={{
        overflowX: 'auto',
        border: `1px solid ${dye.line}`,
        borderRadius: '12px',
        bgcolor: dye.paper,
      }}
    >
      <Box
        component="table"
        ref={table}
        role="grid"
        aria-label={props.label}
        aria-multiselectable={onSelect !== undefined}
        sx={{ borderCollapse: 'separate', borderSpacing: 0, userSelect: 'none', minWidth: '100%' }}
      >
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...corner, zIndex: 3 }}>
              {t('nights.roomType')}
            </Box>
            {calendar.dates.map((date) => (
              <DateHead key={date.date} date={date} isToday={date.date === calendar.businessDate} />
            ))}
          </tr>
        </thead>
        <tbody>
          {calendar.roomTypes.map((type, row) => (
            <tr key={type.roomTypeId}>
              <Box component="th" scope="row" sx={corner}>
                {named(type)}
              </Box>
              {type.nights.map((night, day) => {
                const date = calendar.dates[day]
                if (!date) return null
                const place = { type: row, day }
                const cell = { type, night, date }
                return (
                  <GridCell
                    key={night.night}
                    cell={cell}
                    place={place}
                    isNext={at.type === row && at.day === day}
                    selection={selection}
                    said={props.said(cell)}
                    onSelect={onSelect}
                    onOpen={() => onOpen(cell)}
                    onFocus={() => setAt(place)}
                    onKey={(event) => onKey(event, place, cell)}
                  >
                    {props.cell(cell)}
                  </GridCell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

type GridCellProps = {
  cell: NightCellProps
  place: Place
  /** The one that the tab key finds. */
  isNext: boolean
  selection: Selection | null
  said: string
  onSelect: ((selection: Selection) => void) | undefined
  onOpen: () => void
  onFocus: () => void
  onKey: (event: KeyboardEvent) => void
  children: ReactNode
}

/** Without ranges a click opens; with them it chooses, and a second one opens. */
const GridCell = ({ cell, place, selection, onSelect, onOpen, ...props }: GridCellProps) => {
  const chosen = holds(selection, place)
  const { ink, paper } = nightTone(cell.night, cell.date)
  return (
    <Box
      component="td"
      role="gridcell"
      data-place={`${place.type} ${place.day}`}
      tabIndex={props.isNext ? 0 : -1}
      aria-selected={onSelect ? chosen : undefined}
      onFocus={props.onFocus}
      onKeyDown={props.onKey}
      onClick={(event) => {
        if (!onSelect) return onOpen()
        if (event.shiftKey) onSelect(extended(selection, place))
      }}
      onDoubleClick={() => (onSelect ? onOpen() : undefined)}
      onPointerDown={(event) => {
        if (onSelect && event.button === 0 && !event.shiftKey) onSelect(only(place))
      }}
      onPointerEnter={(event) => {
        if (onSelect && event.buttons === 1 && event.pointerType === 'mouse')
          onSelect(extended(selection, place))
      }}
      sx={{
        ...cellBox,
        color: ink,
        bgcolor: paper,
        ...(chosen && { boxShadow: `inset 0 0 0 2px ${dye.indigo}` }),
      }}
    >
      <SpokenCell said={props.said}>{props.children}</SpokenCell>
    </Box>
  )
}

const cellAt = (table: HTMLTableElement | null, { type, day }: Place) =>
  table?.querySelector<HTMLElement>(`[data-place="${type} ${day}"]`) ?? null

const corner = {
  position: 'sticky',
  left: 0,
  zIndex: 2,
  bgcolor: dye.paper,
  minWidth: { xs: 96, md: 132 },
  px: 1.5,
  py: 1,
  textAlign: 'left',
  fontSize: '0.875rem',
  fontWeight: 600,
  borderRight: `1px solid ${dye.line}`,
  borderBottom: `1px solid ${dye.line}`,
} as const

const cellBox = {
  position: 'relative',
  minWidth: 64,
  height: 56,
  px: 0.75,
  textAlign: 'right',
  fontSize: '0.8125rem',
  cursor: 'pointer',
  borderRight: `1px solid ${dye.line}`,
  borderBottom: `1px solid ${dye.line}`,
  '&:hover': { filter: 'brightness(0.97)' },
  '&:focus-visible': { outlineOffset: '-3px' },
} as const
