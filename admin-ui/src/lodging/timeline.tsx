import EmptyIcon from '@mui/icons-material/BedroomParentOutlined'
import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { useStore } from 'react-admin'
import type { TimelineSpan } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { LiveIndicator } from '../platform/layout/live-indicator.tsx'
import { Page } from '../platform/layout/page.tsx'
import { Failure } from '../platform/states/failure.tsx'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { StatePanel } from '../platform/states/state-panel.tsx'
import { TimelineControls, type TimelineDays } from './timeline-controls.tsx'
import { TimelineGrid } from './timeline-grid.tsx'
import { TimelineLegend } from './timeline-legend.tsx'
import { TimelinePanel } from './timeline-panel.tsx'
import { rowsOf, spanKey } from './timeline-rows.ts'
import { useTimeline } from './use-timeline.ts'

export const Timeline = () => (
  <RequirePermission of="timeline.read">
    <TimelinePage />
  </RequirePermission>
)

/** Rooms × days: where the gaps are, who comes after whom, what stands in the way. */
const TimelinePage = () => {
  const t = useText()
  const [from, setFrom] = useState<string | null>(null)
  const [days, setDays] = useStore<TimelineDays>('timeline.days', 30)
  const [roomTypeId, setRoomTypeId] = useState<string | null>(null)
  const [opened, setOpened] = useState<TimelineSpan | null>(null)
  const { data: timeline, error, refetch } = useTimeline(from, days)
  const rows = timeline ? rowsOf(timeline, roomTypeId) : []
  // The panel follows the house: what is shown is the span as it is now, and nothing once it is gone.
  const current = opened && timeline?.spans.find((span) => spanKey(span) === spanKey(opened))

  return (
    <Page
      title={t('timeline.title')}
      maxWidth={2600}
      aside={<LiveIndicator />}
      actions={
        timeline ? (
          <TimelineControls
            timeline={timeline}
            days={days}
            roomTypeId={roomTypeId}
            onFrom={setFrom}
            onDays={setDays}
            onRoomType={setRoomTypeId}
          />
        ) : null
      }
    >
      {error && !timeline ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!timeline && !error ? <Skeleton variant="rounded" height={420} /> : null}
      {timeline?.rooms.length === 0 ? (
        <StatePanel icon={EmptyIcon} title={t('board.emptyTitle')} body={t('board.emptyBody')} />
      ) : null}
      {timeline && rows.length > 0 ? (
        <>
          <TimelineGrid timeline={timeline} rows={rows} days={days} onOpen={setOpened} />
          <TimelineLegend />
        </>
      ) : null}
      {timeline && current ? (
        <TimelinePanel span={current} rooms={timeline.rooms} onClose={() => setOpened(null)} />
      ) : null}
    </Page>
  )
}
