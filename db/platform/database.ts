import { Migrator } from '@mikro-orm/migrations'
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql'
import type { ControlledTransaction } from 'kysely'
import { MIGRATIONS } from '../migrations/index.ts'
import { ENTITIES } from './entities.ts'
import { columnTypes } from './column-types.ts'
import { giveBackLostConnections } from './lost-connections.ts'
import { type Sql, sqlOn } from './sql.ts'

/** A query that takes this long is a fault; the caller gets `database_busy` and may try again. */
const STATEMENT_TIMEOUT_MS = 15_000
/** For a free connection of the pool: longer than a burst of hundreds takes. */
const CONNECTION_WAIT_MS = 10_000
const LOCK_TIMEOUT_MS = 8_000
const IDLE_IN_TRANSACTION_MS = 30_000

export type Database = {
  readonly orm: MikroORM
  /** Reads outside a transaction. */
  readonly sql: Sql
  transaction<T>(work: (em: EntityManager, sql: Sql) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * @param url connection string; the role it connects as decides what is possible
 * @param pool most connections at a time; on 2 cores more than 8 only adds latency
 */
export async function openDatabase(options: {
  url: string
  pool: number
  name: string
}): Promise<Database> {
  const orm = new MikroORM({
    clientUrl: options.url,
    dbName: decodeURIComponent(new URL(options.url).pathname.slice(1)),
    entities: [...ENTITIES],
    extensions: [Migrator],
    pool: { min: 0, max: options.pool },
    preferReadReplicas: false,
    driverOptions: {
      types: columnTypes(),
      onPoolCreated: giveBackLostConnections,
      application_name: options.name,
      connectionTimeoutMillis: CONNECTION_WAIT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      // A server that vanished without a word is noticed at all.
      keepAlive: true,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
    migrations: {
      migrationsList: [...MIGRATIONS],
      snapshot: false,
      safe: true,
      transactional: true,
    },
    logger: () => undefined,
  })
  const connection = orm.em.getConnection()
  await connection.ensureConnection()
  return {
    orm,
    sql: sqlOn(connection.getClient()),
    transaction: (work) =>
      orm.em.fork().transactional((em) => {
        const transaction = em.getTransactionContext<ControlledTransaction<unknown>>()
        if (!transaction) throw new Error('a verb runs inside a transaction')
        return work(em, sqlOn(transaction))
      }),
    close: () => orm.close(),
  }
}
