/**
 * Names, ids and messages of the long-lived processes. A process is started with its business id and
 * nothing else, reads its state from the books, and has one message: "look at the books again".
 * So a lost Temporal store can be rebuilt at any step (features.md, decision 27).
 */
export const PROCESSES = [
  'order',
  'cancellation',
  'stay',
  'cleaning',
  'message',
  'day_roll',
  'block',
  'registration',
] as const
export type ProcessKind = (typeof PROCESSES)[number]

/**
 * Kinds whose record may come back after its end: a check-out that was a mistake is undone. Their process
 * may be started anew under its old id; it asks the books first, so a needless start ends at once.
 */
export const REOPENED: ReadonlySet<ProcessKind> = new Set<ProcessKind>(['stay'])

export const TASK_QUEUE = 'choba'
/** The one signal: the books have changed, read them again. */
export const LOOK_AGAIN = 'lookAgain'

export const workflowId = (kind: ProcessKind, id: string) => `${kind}:${id}`

export function parseWorkflowId(value: string): { kind: ProcessKind; id: string } | null {
  const at = value.indexOf(':')
  const kind = PROCESSES.find((known) => known === value.slice(0, at))
  return kind ? { kind, id: value.slice(at + 1) } : null
}

/**
 * What a process does next, judged from the books: wait for a message at most until `at`, run a verb
 * that is due at `at`, or end. `at` is an absolute time (RFC 3339, house clock).
 */
export type NextStep<Step extends string> =
  | { readonly kind: 'ended'; readonly outcome: string }
  | { readonly kind: 'wait' }
  | { readonly kind: 'at'; readonly at: string; readonly step: Step }
