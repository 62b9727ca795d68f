import CleaningServicesOutlined from '@mui/icons-material/CleaningServicesOutlined'
import ExpandMore from '@mui/icons-material/ExpandMore'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { Housekeeping, HousekeepingRoom } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { useIsNarrow } from '../platform/layout/use-screen.ts'
import { StatePanel } from '../platform/states/state-panel.tsx'
import { AssignBar } from './assign-bar.tsx'
import { RoomCard } from './room-card.tsx'
import { type Group, groupsOf, type View } from './room-groups.ts'
import { RoomTable } from './room-table.tsx'
import { hasTask } from './room-tasks.ts'

type RoomsProps = {
  day: Housekeeping
  rooms: HousekeepingRoom[]
  view: View
  propertyId: string
}

export const HousekeepingRooms = ({ day, rooms, view, propertyId }: RoomsProps) => {
  const t = useText()
  const isNarrow = useIsNarrow()
  const labels = {
    floor: (floor: number) => t('board.floor', { floor }),
    nobody: t('housekeeping.nobody'),
  }
  if (!isNarrow) {
    const groups = groupsOf(rooms, view, labels)
    return groups.length > 0 ? (
      <Tables day={day} groups={groups} propertyId={propertyId} />
    ) : (
      <Nothing view={view} />
    )
  }
  const groups = groupsOf(rooms.filter(hasTask), view, labels)
  const others = rooms.filter((room) => !hasTask(room))
  return (
    <>
      {groups.length === 0 ? <Nothing view={view} /> : null}
      {groups.map((group) => (
        <Cards key={group.key} group={group} />
      ))}
      {others.length > 0 ? <Others rooms={others} /> : null}
    </>
  )
}

const Nothing = ({ view }: { view: View }) => {
  const t = useText()
  const isMine = view === 'mine'
  return (
    <StatePanel
      icon={CleaningServicesOutlined}
      title={t(isMine ? 'housekeeping.emptyMineTitle' : 'housekeeping.emptyTitle')}
      body={t(isMine ? 'housekeeping.emptyMineBody' : 'housekeeping.emptyBody')}
    />
  )
}

const Cards = ({ group }: { group: Group }) => (
  <Box component="section" aria-label={group.label} sx={{ mb: 3 }}>
    <Typography variant="h2" sx={{ mb: 1, fontSize: '1rem', color: 'text.secondary' }}>
      {group.label}
    </Typography>
    <Box
      sx={{
        display: 'grid',
        gap: 1.25,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      {group.rooms.map((room) => (
        <RoomCard key={room.roomId} room={room} />
      ))}
    </Box>
  </Box>
)

/** Rooms without work: there, because something may be wrong in them too. */
const Others = ({ rooms }: { rooms: HousekeepingRoom[] }) => {
  const t = useText()
  return (
    <Accordion disableGutters sx={{ mb: 2 }} slotProps={{ transition: { unmountOnExit: true } }}>
      <AccordionSummary expandIcon={<ExpandMore />}>
        {t('housekeeping.others', { smart_count: rooms.length })}
      </AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 1.25, px: 1 }}>
        {rooms.map((room) => (
          <RoomCard key={room.roomId} room={room} />
        ))}
      </AccordionDetails>
    </Accordion>
  )
}

type TablesProps = { day: Housekeeping; groups: Group[]; propertyId: string }

const Tables = ({ day, groups, propertyId }: TablesProps) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (roomIds: string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of roomIds) {
      if (on) next.add(id)
      else next.delete(id)
    }
    setChosen(next)
  }
  const mayAssign = day.rooms.some((room) => room.allowedActions.includes('assign'))
  return (
    <>
      {mayAssign ? (
        <AssignBar
          key={[...chosen].join()}
          propertyId={propertyId}
          day={day}
          roomIds={[...chosen]}
          onDone={() => setChosen(new Set())}
        />
      ) : null}
      {groups.map((group) => (
        <Box key={group.key} component="section" aria-label={group.label} sx={{ mb: 2.5 }}>
          <Typography variant="h2" sx={{ mb: 1, fontSize: '1rem', color: 'text.secondary' }}>
            {group.label}
          </Typography>
          <RoomTable label={group.label} rooms={group.rooms} chosen={chosen} onChoose={choose} />
        </Box>
      ))}
    </>
  )
}
