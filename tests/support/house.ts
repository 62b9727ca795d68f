import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { smtpMail } from '../../activities/gateways/mail.ts'
import { openMailbox } from '../../activities/messages/open-mailbox.ts'
import type { WechatSettings } from '../../activities/gateways/wechat.ts'
import { type House, type Log, openHouse } from '../../activities/platform/house.ts'
import { type DemoLogin, seedHouse } from '../../activities/platform/seed-house.ts'
import { createApp } from '../../api/platform/app.ts'
import { DEMO } from '../../db/seed/demo-masters.ts'
import { signedIn, type TestClient } from './client.ts'
import { type Books, freshBooks } from './fresh-books.ts'

export const MASTER_KEY = Buffer.alloc(32, 7).toString('base64')
export const MAIL_FROM = 'no-reply@choba.example'
const POOL = 8

export type LogLine = { readonly level: string; readonly message: string; readonly facts: object }

export type TestHouse = {
  /** Of the API, which also serves the built screens. */
  readonly url: string
  readonly house: House
  readonly books: Books
  readonly logins: readonly DemoLogin[]
  /** Everything that was logged; a test may look for what must not be there. */
  readonly logged: LogLine[]
  readonly property: string
  readonly otherProperty: string
  readonly issuer: string
  /** Signed in over HTTP as one of the demo people: 'front', 'manager', 'operator', 'M1001' … */
  as(login: string): Promise<TestClient>
  stop(): Promise<void>
}

/**
 * A seeded test house of one's own: real PostgreSQL, real HTTP on a random port; with `worker`, its
 * processes run on the real Temporal, on a task queue of its own; with `mailbox`, its mail goes by
 * SMTP and is caught as in a demo.
 */
export async function startHouse(
  options: { worker?: boolean; mailbox?: boolean; wechat?: WechatSettings } = {},
): Promise<TestHouse> {
  const books = await freshBooks()
  const logged: LogLine[] = []
  const note = (level: string) => (facts: object, message: string) =>
    void logged.push({ level, message, facts })
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') }
  const owner = await openHouse({
    databaseUrl: books.ownerUrl,
    pool: 2,
    name: 'seed',
    masterKey: MASTER_KEY,
    log,
  })
  await owner.database.sql.run("insert into clock (house) values ('test')")
  const logins = await seedHouse(owner)
  await owner.close()

  const house = await openHouse({
    databaseUrl: books.appUrl,
    pool: POOL,
    name: 'test',
    masterKey: MASTER_KEY,
    log,
    ...(options.wechat ? { wechat: options.wechat } : {}),
  })
  const uiFolder = join(import.meta.dirname, '..', '..', 'dist', 'admin-ui')
  const { app, closeStreams } = createApp({
    house,
    version: '0.0.0',
    uiFolder,
    checkAnswers: true,
    trustedProxies: 0,
  })
  const server = createServer(app)
  // A busy machine lets more than Node's five seconds pass between two questions of one client; a line closed
  // in that very moment would be a failure that nobody can repeat.
  server.keepAliveTimeout = 600_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const mailbox = options.mailbox ? await openMailbox(house, 0) : null
  const mail = mailbox && smtpMail({ url: `smtp://127.0.0.1:${mailbox.port}`, from: MAIL_FROM })
  // Loaded where it is needed: the Temporal SDK is half of what a test without a worker would wait for.
  const stopWorker = options.worker
    ? await (await import('./house-worker.ts')).startWorker(house, books.name, log, mail)
    : async () => undefined

  return {
    url,
    house,
    books,
    logins,
    logged,
    property: DEMO.properties[0].id,
    otherProperty: DEMO.properties[1].id,
    issuer: DEMO.issuerId,
    as(login) {
      const found = logins.find((one) => one.login === login)
      if (!found) throw new Error(`no demo login ${login}`)
      return signedIn(url, found)
    },
    async stop() {
      closeStreams()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await stopWorker()
      await mailbox?.close()
      await house.close()
      await books.drop()
    },
  }
}
