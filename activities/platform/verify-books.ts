import { BOOK_CHECKS } from '../../db/platform/book-checks.ts'
import { openProcesses, type OpenProcess } from '../../db/platform/process-life.ts'
import type { Sql } from '../../db/platform/sql.ts'

export type Finding = {
  readonly name: string
  /** How many rows were looked at. */
  readonly count: number
  readonly wrong: number
  /** The first wrong row, by kind and id; null when all is well. */
  readonly first: string | null
}

const PAGE = 500

/**
 * The self-audit (B-13): proves conservation of points, no double sale, orders = their lines, and every
 * process that is open by the books alive.
 *
 * @param isAlive whether Temporal runs the process; its failure is the caller's to report
 */
export async function verifyBooks(
  sql: Sql,
  isAlive: (process: OpenProcess) => Promise<boolean>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of BOOK_CHECKS) {
    const { count } = await sql.one<{ count: number }>(check.count)
    const wrong = await sql.rows<{ what: string }>(check.wrong)
    findings.push({ name: check.name, count, wrong: wrong.length, first: wrong[0]?.what ?? null })
  }
  findings.push(await verifyProcesses(sql, isAlive))
  return findings
}

async function verifyProcesses(
  sql: Sql,
  isAlive: (process: OpenProcess) => Promise<boolean>,
): Promise<Finding> {
  let count = 0
  const dead: string[] = []
  for (let after: OpenProcess | null = null; ; ) {
    const page: OpenProcess[] = await openProcesses(sql, after, PAGE)
    for (const process of page)
      if (!(await isAlive(process))) dead.push(`${process.process}:${process.id}`)
    count += page.length
    after = page.at(-1) ?? null
    if (page.length < PAGE) break
  }
  return { name: 'Every open process is alive', count, wrong: dead.length, first: dead[0] ?? null }
}
