import { Client } from 'pg'
import type { Secrets } from './secrets.ts'

export const OWNER = 'choba_owner'
export const APP = 'choba_app'
export const DATABASE = 'choba'

export function databaseUrl(
  user: string,
  password: string,
  port: number,
  database: string,
): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}

/**
 * Creates, at every start and harmlessly, the database and its two logins: the owner, who migrates,
 * and the application, which may do only what the migrations grant it.
 *
 * @param canCreateDatabases only in tests, where each suite makes a database of its own
 */
export async function ensureRoles(
  port: number,
  secrets: Secrets,
  canCreateDatabases: boolean,
): Promise<void> {
  await asSuperuser(port, secrets, 'postgres', async (client) => {
    await ensureLogin(client, OWNER, secrets.ownerPassword)
    await ensureLogin(client, APP, secrets.appPassword)
    await client.query(`alter role ${OWNER} ${canCreateDatabases ? 'createdb' : 'nocreatedb'}`)
    // So that one connection string with `role=choba_app` can also serve (see applicationDatabaseUrl).
    await client.query(`grant ${APP} to ${OWNER}`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      DATABASE,
    ])
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`)
  })
  await asSuperuser(port, secrets, DATABASE, async (client) => {
    // The only extension we use that an owner cannot create.
    await client.query('create extension if not exists pg_stat_statements')
  })
}

async function ensureLogin(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  const verb = rowCount === 0 ? 'create' : 'alter'
  const secret = client.escapeLiteral(password)
  await client.query(`${verb} role ${role} login nosuperuser nocreaterole password ${secret}`)
}

export async function asSuperuser<T>(
  port: number,
  secrets: Secrets,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: databaseUrl('postgres', secrets.postgresPassword, port, database),
    connectionTimeoutMillis: 5_000,
  })
  // Without a listener a connection cut by the server would end our process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
