import type { Pool, PoolClient } from 'pg'

/**
 * A connection that is cut while somebody holds it goes back to the pool as lost. Kysely gives a
 * transaction's connection back only after a ROLLBACK that succeeded, and on a dead connection none
 * does: otherwise each one the server cuts would be a place in the pool gone for good.
 */
export function giveBackLostConnections(pool: Pool): void {
  const held = new Set<PoolClient>()
  pool.on('acquire', (client) => void held.add(client))
  pool.on('release', (_error, client) => void held.delete(client))
  pool.on('connect', (client) => {
    client.once('end', () => {
      if (!held.has(client)) return
      const release = client.release.bind(client)
      // Whoever still holds it may give it back once more, and finds that done.
      client.release = () => undefined
      release(true)
    })
  })
}
