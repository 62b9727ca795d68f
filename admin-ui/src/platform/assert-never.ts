/** A union grew and this place did not. */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected: ${String(value)}`)
}
