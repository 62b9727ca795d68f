import type { HousekeepingRoom } from '../api/records.ts'

export type View = 'mine' | 'floor' | 'cleaner'
export type Group = { key: string; label: string; rooms: HousekeepingRoom[] }

type Labels = { floor: (floor: number) => string; nobody: string }

/** By floor or by person, in the order in which the house sends the rooms: the most urgent first. */
export function groupsOf(rooms: HousekeepingRoom[], view: View, labels: Labels): Group[] {
  const groups = new Map<string, Group>()
  for (const room of rooms) {
    const byPerson = view === 'cleaner'
    const key = byPerson ? (room.assignedTo ?? '') : String(room.floor)
    const label = byPerson ? (room.assignedToName ?? labels.nobody) : labels.floor(room.floor)
    const group = groups.get(key) ?? { key, label, rooms: [] }
    group.rooms.push(room)
    groups.set(key, group)
  }
  return [...groups.values()]
}
