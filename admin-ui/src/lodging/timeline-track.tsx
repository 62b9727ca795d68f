import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { MouseEvent } from 'react'
import type { Timeline, TimelineRoom, TimelineSpan } from '../api/records.ts'
import { nightsBetween } from '../platform/formats/day.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { dye } from '../platform/themes/palette.ts'
import { toneOfSpan, useSpanWords } from './timeline-tones.ts'
import { spanKey } from './timeline-rows.ts'
import { useRoomTypeName } from './use-room-type-name.ts'

export const RoomHead = ({ room }: { room: TimelineRoom }) => {
  const typeName = useRoomTypeName()
  return (
    <Box
      sx={{
        position: 'sticky',
        left: 0,
        zIndex: 2,
        width: 'var(--head)',
        flex: 'none',
        px: 1,
        display: 'flex',
        flexDirection: { xs: 'column', sm: 'row' },
        alignItems: { xs: 'flex-start', sm: 'center' },
        justifyContent: { xs: 'center', sm: 'flex-start' },
        columnGap: 1,
        bgcolor: dye.paper,
        borderRight: `1px solid ${dye.lineStrong}`,
        overflow: 'hidden',
      }}
    >
      <Box component="span" sx={{ fontWeight: 700, lineHeight: 1.2 }}>
        {room.number}
      </Box>
      <Box
        component="span"
        sx={{
          fontSize: '0.6875rem',
          lineHeight: 1.2,
          color: dye.inkSoft,
          maxWidth: '100%',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {typeName(room)}
      </Box>
    </Box>
  )
}

type TimelineTrackProps = {
  room: TimelineRoom
  spans: TimelineSpan[]
  timeline: Timeline
  /** The one span the tabulator stops at. */
  stop: string | null
  bookable: boolean
  onFocus: (key: string) => void
  onOpen: (span: TimelineSpan) => void
  onFree: (event: MouseEvent<HTMLElement>) => void
}

/** The days of one room. The lines between them are drawn, not built. */
export const TimelineTrack = ({
  room,
  spans,
  timeline,
  stop,
  bookable,
  onFocus,
  onOpen,
  onFree,
}: TimelineTrackProps) => (
  <Box
    data-room={room.id}
    onClick={onFree}
    sx={{
      position: 'relative',
      flex: 1,
      overflow: 'hidden',
      cursor: bookable ? 'cell' : 'default',
      backgroundImage: `repeating-linear-gradient(to right, transparent 0 calc(var(--day) - 1px), ${dye.line} calc(var(--day) - 1px) var(--day))`,
    }}
  >
    {spans.map((span) => (
      <Span
        key={spanKey(span)}
        span={span}
        room={room}
        timeline={timeline}
        isStop={spanKey(span) === stop}
        onFocus={onFocus}
        onOpen={onOpen}
      />
    ))}
  </Box>
)

type SpanProps = {
  span: TimelineSpan
  room: TimelineRoom
  timeline: Timeline
  isStop: boolean
  onFocus: (key: string) => void
  onOpen: (span: TimelineSpan) => void
}

/** Guests come in the afternoon and leave in the morning: a stay reaches from the middle of one day to that of another. */
const Span = ({ span, room, timeline, isStop, onFocus, onOpen }: SpanProps) => {
  const t = useText()
  const { days } = useFormats()
  const words = useSpanWords()
  const tone = toneOfSpan(span)
  const { from, until } = span
  const begunBefore =
    span.stay !== null && span.stay.checkIn < timeline.from && from === timeline.from
  const isBlock = span.block !== null
  const start = nightsBetween(timeline.from, from) + (begunBefore || isBlock ? 0 : 0.5)
  const end = nightsBetween(timeline.from, until) + (isBlock ? 0 : 0.5)
  const key = spanKey(span)
  return (
    <ButtonBase
      data-span={key}
      tabIndex={isStop ? 0 : -1}
      aria-label={t('timeline.span', {
        room: room.number,
        what: words(span),
        days: days(from, until),
      })}
      onFocus={() => onFocus(key)}
      onClick={(event) => {
        event.stopPropagation()
        onOpen(span)
      }}
      sx={{
        position: 'absolute',
        top: 6,
        bottom: 6,
        left: `calc(${start} * var(--day) + 1px)`,
        width: `calc(${end - start} * var(--day) - 2px)`,
        justifyContent: 'flex-start',
        px: 0.75,
        borderRadius: begunBefore ? '0 6px 6px 0' : 1.5,
        fontSize: '0.75rem',
        fontWeight: 600,
        color: tone.ink,
        bgcolor: tone.paper,
        boxShadow: `inset 3px 0 0 ${tone.edge}, inset 0 0 0 1px ${tone.edge}88`,
        '&:focus-visible': { outline: `2px solid ${dye.indigo}`, outlineOffset: 1, zIndex: 1 },
      }}
    >
      <Box
        component="span"
        sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', pl: 0.5 }}
      >
        {words(span)}
      </Box>
    </ButtonBase>
  )
}
