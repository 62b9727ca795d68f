import type { Sql } from './sql.ts'

export async function findPicture(
  sql: Sql,
  id: string,
  asThumbnail: boolean,
): Promise<Buffer | null> {
  const column = asThumbnail ? 'thumbnail' : 'bytes'
  const row = await sql.maybe<{ bytes: Buffer }>(
    `select ${column} as bytes from pictures where id = $1`,
    [id],
  )
  return row?.bytes ?? null
}
