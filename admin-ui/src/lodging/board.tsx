import { useState } from 'react'
import type { RoomStatus } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { LiveIndicator } from '../platform/layout/live-indicator.tsx'
import { Page } from '../platform/layout/page.tsx'
import { Failure } from '../platform/states/failure.tsx'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { BoardDate } from './board-date.tsx'
import { BoardFloors } from './board-floors.tsx'
import { BoardLoading } from './board-loading.tsx'
import { BoardMovements } from './board-movements.tsx'
import { BoardTotals } from './board-totals.tsx'
import { RoomPanel } from './room-panel.tsx'
import { useBoard } from './use-board.ts'

export const Board = () => (
  <RequirePermission of="board.read">
    <BoardPage />
  </RequirePermission>
)

/** The whole house at a glance: one tile a room, one colour a state. */
const BoardPage = () => {
  const t = useText()
  const [date, setDate] = useState<string | null>(null)
  const [only, setOnly] = useState<RoomStatus | null>(null)
  const [openRoomId, setOpenRoomId] = useState<string | null>(null)
  const { data: board, error, refetch } = useBoard(date)
  const openRoom = board?.rooms.find(({ id }) => id === openRoomId)

  return (
    <Page
      title={t('board.title')}
      maxWidth={1600}
      aside={<LiveIndicator />}
      actions={board ? <BoardDate board={board} onChange={setDate} /> : null}
    >
      {error && !board ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!board && !error ? <BoardLoading /> : null}
      {board ? (
        <>
          <BoardMovements board={board} />
          <BoardTotals counts={board.counts} only={only} onOnly={setOnly} />
          <BoardFloors board={board} only={only} onOpen={setOpenRoomId} />
        </>
      ) : null}
      {board && openRoom ? <RoomPanel room={openRoom} onClose={() => setOpenRoomId(null)} /> : null}
    </Page>
  )
}
