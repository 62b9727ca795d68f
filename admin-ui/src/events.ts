import { useEffect, useSyncExternalStore } from 'react'
import { queryClient } from './query-client.ts'

/** What a change of one subject makes stale: the roots of the query keys. */
const staleBySubject: Record<string, string[]> = {
  order: ['today', 'orders', 'board', 'timeline', 'availability', 'audit-events'],
  stay: ['housekeeping', 'today', 'orders', 'guest-register', 'board', 'timeline', 'audit-events'],
  guest: ['orders', 'guest-register', 'audit-events'],
  room: [
    'housekeeping',
    'today',
    'board',
    'timeline',
    'rooms',
    'room-blocks',
    'availability',
    'audit-events',
  ],
  room_block: ['room-blocks'],
  cleaning: ['housekeeping', 'cleanings', 'board'],
  room_problem: ['room-problems', 'housekeeping', 'cases'],
  approval: ['today', 'approvals', 'orders', 'audit-events'],
  member: ['today', 'members', 'audit-events'],
  room_type: ['rooms', 'room-types', 'board', 'availability', 'audit-events'],
  property: ['housekeeping', 'availability', 'audit-events'],
  case: ['today', 'cases'],
  clock: [
    'today',
    'housekeeping',
    'clock',
    'board',
    'timeline',
    'orders',
    'approvals',
    'members',
    'cases',
  ],
  message: ['messages', 'mailbox', 'cases', 'audit-events'],
}

type Changed = { subjects: string[]; propertyIds: string[] }

const REOPEN_AFTER_MS = 5_000

let source: EventSource | null = null
let reopening: ReturnType<typeof setTimeout> | undefined
let hadGap = false
let isLive = false
const listeners = new Set<() => void>()

const setLive = (live: boolean) => {
  if (isLive === live) return
  isLive = live
  for (const listener of listeners) listener()
}

const invalidate = (roots: Iterable<string>) => {
  for (const root of roots) void queryClient.invalidateQueries({ queryKey: [root] })
}

const onChanged = (event: MessageEvent<string>) => {
  const { subjects } = JSON.parse(event.data) as Changed
  const kinds = [...new Set(subjects.map((subject) => subject.split(':')[0] ?? ''))]
  if (kinds.length === 0 || kinds.some((kind) => !(kind in staleBySubject))) return invalidateAll()
  invalidate(new Set(kinds.flatMap((kind) => staleBySubject[kind] ?? [])))
}

/** For a gap, or for subjects this page does not know: anything may have changed. */
const invalidateAll = () => {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
}

const onOpen = () => {
  setLive(true)
  if (hadGap) invalidateAll()
  hadGap = false
}

/** The browser reconnects by itself, but not after an answer that is no event stream. */
const onError = () => {
  hadGap = true
  setLive(false)
  if (source?.readyState !== EventSource.CLOSED) return
  closeEvents()
  reopening = setTimeout(openEvents, REOPEN_AFTER_MS)
}

const openEvents = () => {
  if (source) return
  source = new EventSource('/v1/events')
  source.addEventListener('open', onOpen)
  source.addEventListener('error', onError)
  source.addEventListener('changed', onChanged)
}

export const closeEvents = () => {
  clearTimeout(reopening)
  source?.close()
  source = null
  setLive(false)
}

/** A hidden tab gives its connection back: browsers allow six per house and HTTP/1.1. */
const followVisibility = () => {
  if (!document.hidden) return openEvents()
  hadGap = true
  closeEvents()
}

export const useHouseEvents = () => {
  useEffect(() => {
    followVisibility()
    document.addEventListener('visibilitychange', followVisibility)
    return () => {
      document.removeEventListener('visibilitychange', followVisibility)
      closeEvents()
    }
  }, [])
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useIsLive = (): boolean => useSyncExternalStore(subscribe, () => isLive)
