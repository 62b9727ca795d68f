import type { CleaningState } from './cleaning-state.ts'

export const ROOM_TASKS = [
  'waiting',
  'begun',
  'to_inspect',
  'departure_expected',
  'done',
  'none',
] as const
/** What is to be done in a room on a day: its cleaning's state, a guest who has yet to leave, or nothing. */
export type RoomTask = (typeof ROOM_TASKS)[number]

type TaskFacts = {
  readonly cleaning: CleaningState | null
  readonly leaving: boolean
  readonly arriving: boolean
}

export function roomTask({ cleaning, leaving }: Pick<TaskFacts, 'cleaning' | 'leaving'>): RoomTask {
  if (cleaning !== null && cleaning !== 'done') return cleaning
  if (leaving) return 'departure_expected'
  return cleaning ?? 'none'
}

/** Smaller comes first: what can be worked on for tonight's guest, the other open work, what comes, what is done. */
export function roomUrgency(facts: TaskFacts): number {
  const task = roomTask(facts)
  switch (task) {
    case 'waiting':
    case 'begun':
    case 'to_inspect':
      return facts.arriving ? 0 : 2
    case 'departure_expected':
      return facts.arriving ? 1 : 3
    case 'done':
      return 4
    case 'none':
      return 5
    default:
      return task satisfies never
  }
}
