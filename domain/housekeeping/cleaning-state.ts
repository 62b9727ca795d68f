export const CLEANING_KINDS = ['departure', 'stayover', 'extra'] as const
/** After a guest has left · of a room somebody lives in · of an empty room, because the desk asks for it. */
export type CleaningKind = (typeof CLEANING_KINDS)[number]

export const CLEANING_STATES = ['waiting', 'begun', 'to_inspect', 'done'] as const
/** Nobody has begun · somebody is at it · cleaned, and to be looked at by another person · the room may be entered. */
export type CleaningState = (typeof CLEANING_STATES)[number]

export const CLEANING_ACTIONS = [
  'start',
  'put_back',
  'finish',
  'reopen',
  'pass',
  'send_back',
] as const
export type CleaningAction = (typeof CLEANING_ACTIONS)[number]

/**
 * What each state allows. Whoever forgot to press "start" may still say that he is finished, and what
 * was pressed by mistake is taken back by a verb of its own (`put_back`, `reopen`).
 */
const ALLOWED: Readonly<Record<CleaningState, readonly CleaningAction[]>> = {
  waiting: ['start', 'finish'],
  begun: ['finish', 'put_back'],
  to_inspect: ['pass', 'send_back', 'reopen'],
  done: ['reopen'],
}

export type CleaningFacts = {
  readonly state: CleaningState
  /** Done today, and nobody has gone into the room or cleans it since. Only asked of what is done. */
  readonly reopenable: boolean
  /** Whose work it is. */
  readonly cleanerId: string | null
}

/** What is possible now, for a person; who may do it at all is another question (permissions). */
export function cleaningActions(
  cleaning: CleaningFacts,
  personId: string | null,
): CleaningAction[] {
  const isOwn = personId !== null && cleaning.cleanerId === personId
  return ALLOWED[cleaning.state].filter((action) => {
    if (action === 'reopen' && cleaning.state === 'done') return cleaning.reopenable
    // Nobody passes his own work.
    return !(action === 'pass' && isOwn)
  })
}
