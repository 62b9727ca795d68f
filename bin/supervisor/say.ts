/** What a person sees while the house starts and stops: one short line a step. */
export type Say = (line: string) => void

export const say: Say = (line) => {
  process.stdout.write(`${line}\n`)
}
