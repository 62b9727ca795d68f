import { readFileSync, statSync } from 'node:fs'

/** How long a log is now: what a process writes later comes after this. */
export function logEnd(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** The last lines written after `from`, for a message to a person. Logs are capped: one is read whole. */
export function logTail(file: string, from = 0, lines = 12): string[] {
  if (logEnd(file) <= from) return []
  return readFileSync(file).subarray(from).toString('utf8').trimEnd().split('\n').slice(-lines)
}
