import { openDatabase } from './database.ts'

/** Brings the books to the newest shape, as their owner. Returns the names of what was applied. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const database = await openDatabase({ url: ownerUrl, pool: 2, name: 'choba-migrate' })
  try {
    const applied = await database.orm.migrator.up()
    return applied.map((migration) => migration.name)
  } finally {
    await database.close()
  }
}
