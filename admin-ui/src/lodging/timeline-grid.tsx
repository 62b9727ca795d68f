import Box from '@mui/material/Box'
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { useRedirect } from 'react-admin'
import type { Timeline, TimelineRoom, TimelineSpan } from '../api/records.ts'
import { addDays } from '../platform/formats/day.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { useIsPhone } from '../platform/layout/use-screen.ts'
import { usePermission } from '../platform/session/use-session.ts'
import { dye } from '../platform/themes/palette.ts'
import type { TimelineDays } from './timeline-controls.tsx'
import { DayBands, DayHeads } from './timeline-days.tsx'
import { RoomHead, TimelineTrack } from './timeline-track.tsx'
import { spanAfter, spanKey, type TimelineRow } from './timeline-rows.ts'

const dayWidths: Record<TimelineDays, number> = { 14: 76, 30: 46, 60: 32 }

type TimelineGridProps = {
  timeline: Timeline
  rows: TimelineRow[]
  days: TimelineDays
  onOpen: (span: TimelineSpan) => void
}

/**
 * One line a room, one column a day, drawn without a cell for each: the lines are a background, and
 * what is out of sight is not laid out, so a hundred rooms over two months scroll like ten.
 * One stop for the tabulator; the arrow keys go on from there.
 */
export const TimelineGrid = ({ timeline, rows, days, onOpen }: TimelineGridProps) => {
  const t = useText()
  const redirect = useRedirect()
  const mayBook = usePermission('order.place')
  const head = useIsPhone() ? 64 : 132
  const day = dayWidths[days]
  const grid = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const first = rows.flatMap(({ spans }) => spans)[0]
  const stop = isShown(rows, active) ? active : first ? spanKey(first) : null

  const goTo = (event: KeyboardEvent) => {
    const next = stop ? spanAfter(rows, stop, event.key) : undefined
    if (!next) return
    event.preventDefault()
    setActive(spanKey(next))
    grid.current?.querySelector<HTMLElement>(`[data-span="${CSS.escape(spanKey(next))}"]`)?.focus()
  }
  const bookAt = (room: TimelineRoom, event: MouseEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect()
    const date = addDays(timeline.from, Math.floor((event.clientX - left) / day))
    if (!mayBook || date < timeline.businessDate) return
    redirect(`/book?checkIn=${date}&roomTypeId=${room.roomTypeId}`)
  }

  return (
    <Box
      ref={grid}
      role="region"
      aria-label={t('timeline.grid')}
      tabIndex={0}
      onKeyDown={goTo}
      style={{ '--day': `${day}px`, '--head': `${head}px` } as React.CSSProperties}
      sx={{
        position: 'relative',
        overflow: 'auto',
        maxHeight: 'calc(100dvh - 210px)',
        minHeight: 240,
        bgcolor: dye.paper,
        border: `1px solid ${dye.line}`,
        borderRadius: 3,
      }}
    >
      <Box sx={{ position: 'relative', width: head + day * days }}>
        <DayHeads from={timeline.from} today={timeline.businessDate} days={days} day={day} />
        <Box sx={{ position: 'relative' }}>
          <DayBands from={timeline.from} today={timeline.businessDate} days={days} />
          {rows.map(({ room, spans }) => (
            <Box
              key={room.id}
              sx={{
                display: 'flex',
                height: 44,
                borderBottom: `1px solid ${dye.line}`,
                contentVisibility: 'auto',
                containIntrinsicSize: '0 44px',
              }}
            >
              <RoomHead room={room} />
              <TimelineTrack
                room={room}
                spans={spans}
                timeline={timeline}
                stop={stop}
                bookable={mayBook}
                onFocus={setActive}
                onOpen={onOpen}
                onFree={(event) => bookAt(room, event)}
              />
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  )
}

const isShown = (rows: TimelineRow[], key: string | null): boolean =>
  key !== null && rows.some(({ spans }) => spans.some((span) => spanKey(span) === key))
