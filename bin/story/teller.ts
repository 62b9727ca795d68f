/** Tells what happens, line by line, and counts what was not as it should be. */
export type Teller = {
  readonly chapter: (title: string) => void
  readonly tell: (line: string) => void
  /** Says the sentence with a mark; a false one is remembered and the story goes on. */
  readonly check: (isTrue: boolean, sentence: string) => void
  readonly failures: () => number
  readonly checks: () => number
}

export function createTeller(write: (line: string) => void): Teller {
  let failures = 0
  let checks = 0
  return {
    chapter: (title) => write(`\n${title}`),
    tell: (line) => write(`   ${line}`),
    check(isTrue, sentence) {
      checks += 1
      if (!isTrue) failures += 1
      write(` ${isTrue ? '✓' : '✗'} ${sentence}`)
    },
    failures: () => failures,
    checks: () => checks,
  }
}

export const points = (amount: number) => `${amount.toLocaleString('en-US')} pt`
