import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CoveredRow, cover, readRows } from './rows/coverage.ts'
import { testNames } from './rows/test-names.ts'

/**
 * `npm run rows`: which rows of docs/rows.md the tests speak of, and which they do not.
 * `--expect 003` (a source, or a row's id; again for another) fails while one of those is not covered.
 */
const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const expected = words.flatMap((word, index) => (words[index - 1] === '--expect' ? [word] : []))

const rows = readRows(readFileSync(join(root, 'docs', 'rows.md'), 'utf8'))
const tests = globSync('tests/**/*.test.ts', { cwd: root })
  .toSorted()
  .flatMap((file) => testNames(file, readFileSync(join(root, file), 'utf8')))
const { covered, unknown } = cover(rows, tests)

const say = (line: string) => process.stdout.write(`${line}\n`)
const cut = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text
const filesOf = ({ tests: speaking }: CoveredRow) => [
  ...new Set(speaking.map(({ file }) => file.replace(/^tests\/|\.test\.ts$/g, ''))),
]

for (const row of covered) {
  const files = filesOf(row)
  const count = row.tests.length > 0 ? String(row.tests.length).padStart(3) : '  –'
  say(`${row.id.padEnd(7)}${count}  ${cut(row.behaviour, 70)}`)
  if (files.length > 0) say(`            ${cut(files.join(', '), 110)}`)
}
const done = covered.filter(({ tests: speaking }) => speaking.length > 0).length
say(`${done} of ${covered.length} rows are covered by ${tests.length} tests.`)
if (unknown.length > 0) say(`Tests speak of rows that are not written down: ${unknown.join(', ')}`)

const missing = covered.filter(
  ({ id, tests: speaking }) =>
    speaking.length === 0 && expected.some((wish) => id === wish || id.startsWith(`${wish}-`)),
)
if (missing.length > 0) {
  say(`Not covered, though expected: ${missing.map(({ id }) => id).join(', ')}`)
  process.exitCode = 1
}
if (expected.some((wish) => !rows.some(({ id }) => id === wish || id.startsWith(`${wish}-`)))) {
  say(`No row begins with: ${expected.join(', ')}`)
  process.exitCode = 1
}
