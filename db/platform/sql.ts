import { CompiledQuery, type ControlledTransaction, type Kysely } from 'kysely'

/** What Kysely offers over a pool as well as inside a transaction. */
type Executor = Pick<Kysely<unknown> | ControlledTransaction<unknown>, 'executeQuery'>

/**
 * Plain SQL in the transaction (or on the pool) that MikroORM opened. Values travel as parameters
 * ($1, $2 …), arrays as arrays: the hot verbs are one set-based statement each.
 */
export type Sql = {
  rows<T>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** Exactly one row, or it is a fault of ours. */
  one<T>(text: string, values?: readonly unknown[]): Promise<T>
  maybe<T>(text: string, values?: readonly unknown[]): Promise<T | null>
  /** The number of rows touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>
}

export function sqlOn(executor: Executor): Sql {
  const query = (text: string, values: readonly unknown[] = []) =>
    executor.executeQuery(CompiledQuery.raw(text, [...values]))
  const rows = async <T>(text: string, values?: readonly unknown[]) =>
    (await query(text, values)).rows as T[]
  return {
    rows,
    async one<T>(text: string, values?: readonly unknown[]) {
      const found = await rows<T>(text, values)
      if (found.length !== 1) throw new Error(`expected one row, got ${found.length}`)
      return found[0] as T
    },
    async maybe<T>(text: string, values?: readonly unknown[]) {
      const found = await rows<T>(text, values)
      if (found.length > 1) throw new Error(`expected at most one row, got ${found.length}`)
      return found[0] ?? null
    },
    async run(text, values) {
      const result = await query(text, values)
      return Number(result.numAffectedRows ?? 0)
    },
  }
}
