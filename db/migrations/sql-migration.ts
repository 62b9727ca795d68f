import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Migration } from '@mikro-orm/migrations'

/**
 * A migration whose statements are SQL files, run in the order of their names: tables with their
 * constraints and the functions beside them read best in their own language. There is no way down:
 * the books are not unwritten; a mistake is mended by the next migration.
 */
export function sqlMigration(name: string) {
  const folder = join(import.meta.dirname, name)
  const scripts = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
  return {
    name,
    class: class extends Migration {
      override up() {
        this.addSql("set local lock_timeout = '10s'")
        for (const script of scripts) this.addSql(readFileSync(join(folder, script), 'utf8'))
      }
    },
  }
}
