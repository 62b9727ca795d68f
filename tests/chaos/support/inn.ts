import { randomBytes, randomUUID } from 'node:crypto'
import type { Verb } from '../../../activities/platform/context.ts'
import { decideRequest } from '../../../activities/approvals/decide-request.ts'
import { cancelOrder } from '../../../activities/lodging/cancel-order.ts'
import { checkIn } from '../../../activities/lodging/check-in.ts'
import { placeOrder } from '../../../activities/lodging/place-order.ts'
import { previewCancellation } from '../../../activities/lodging/preview-cancellation.ts'
import { registerMember } from '../../../activities/members/register-member.ts'
import { type House, type Log, openHouse } from '../../../activities/platform/house.ts'
import { runVerb } from '../../../activities/platform/run-verb.ts'
import { topUp } from '../../../activities/points/top-up.ts'
import { openDatabase } from '../../../db/platform/database.ts'
import { DEMO, seedMasters } from '../../../db/seed/demo-masters.ts'
import { freshBooks } from '../../support/fresh-books.ts'
import type { Actor, StaffActor } from '../../../domain/platform/actor.ts'
import { newDocument } from '../../support/identity.ts'
import { arrival } from '../../support/arrival.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
const PROPERTY = DEMO.properties[0]
/** Of the seed: twin rooms, five of them. */
const TWIN_POINTS_A_NIGHT = 20_000

export const quietLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (facts, message) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
}

/** A house of its own on the shared PostgreSQL: books, rooms, a desk clerk and a manager. */
export type Inn = Awaited<ReturnType<typeof openInn>>

export async function openInn(kind: 'test' | 'production' = 'test') {
  const books = await freshBooks()
  const staff = await asOwner(books.ownerUrl, async (sql) => {
    await sql.run('insert into clock (house) values ($1)', [kind])
    await seedMasters(sql)
    return { clerk: await hire(sql, 'clerk', 'front'), manager: await hire(sql, 'boss', 'manager') }
  })
  const { name, appUrl: databaseUrl } = books
  const masterKey = randomBytes(32).toString('base64')
  const house = await openHouse({ databaseUrl, pool: 8, name, masterKey, log: quietLog })
  return {
    house,
    databaseUrl,
    masterKey,
    ...staff,
    ...desk(house, staff),
    ...questions(house),
    /** With the owner's rights, as no verb has them: for what only a test does to the books. */
    rewrite: (text: string, values: readonly unknown[]) =>
      asOwner(books.ownerUrl, (sql) => sql.run(text, values)),
    async close() {
      await house.close()
      await books.drop()
    },
  }
}

type Sql = House['database']['sql']

async function asOwner<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url, pool: 1, name: 'chaos-owner' })
  try {
    return await work(database.sql)
  } finally {
    await database.close()
  }
}

async function hire(sql: Sql, login: string, role: 'front' | 'manager'): Promise<StaffActor> {
  const { id } = await sql.one<{ id: string }>(
    'insert into staff (login, display_name, password_hash) values ($1, $1, $2) returning id',
    [login, 'none'],
  )
  await sql.run('insert into staff_roles values ($1, $2, $3)', [id, PROPERTY.id, role])
  const held = { role, propertyId: PROPERTY.id, issuerId: DEMO.issuerId }
  return { kind: 'staff', id, displayName: login, locale: 'ja', memberId: null, roles: [held] }
}

/** What people do. */
function desk(house: House, { clerk, manager }: { clerk: StaffActor; manager: StaffActor }) {
  let people = 0
  let ordersAhead = 0
  async function does<Input, Output>(actor: Actor, verb: Verb<Input, Output>, input: Input) {
    return (await runVerb(house, { actor, requestId: randomUUID() }, verb, input)).output
  }
  const { sql } = house.database
  const today = async () =>
    (
      await sql.one<{ today: string }>(
        'select business_date(p, house_now()) as today from properties p where id = $1',
        [PROPERTY.id],
      )
    ).today

  const person = async (): Promise<string> => {
    people += 1
    const { memberId } = await does(clerk, registerMember, {
      issuerId: DEMO.issuerId,
      name: `客 ${people}`,
      kana: 'キャク',
      phone: `090-0000-${String(people).padStart(4, '0')}`,
      email: null,
      birthDate: '1980-01-01',
      identity: newDocument(),
      channel: 'desk',
      confirmDuplicates: true,
    })
    return memberId
  }
  const pays = (memberId: string, amount = TWIN_POINTS_A_NIGHT) =>
    does(clerk, topUp, { memberId, propertyId: PROPERTY.id, amount })

  /** One room for one night, from today or later. Unpaid unless points were given before. */
  async function books(
    memberId: string,
    // Each on a day of its own: five rooms would soon be full.
    daysAhead = 30 + (ordersAhead++ % 300),
    type: 'twin' | 'suite' = 'twin',
  ): Promise<{ orderId: string; stayId: string }> {
    const checkInDate = plusDays(await today(), daysAhead)
    const { id: roomTypeId } = await sql.one<{ id: string }>(
      'select id from room_types where property_id = $1 and code = $2',
      [PROPERTY.id, type],
    )
    const { orderId } = await does(clerk, placeOrder, {
      propertyId: PROPERTY.id,
      memberId,
      channel: 'desk',
      stays: [
        {
          roomTypeId,
          checkIn: checkInDate,
          checkOut: plusDays(checkInDate, 1),
          count: 1,
          guestsPerRoom: 1,
        },
      ],
    })
    const { id: stayId } = await sql.one<{ id: string }>(
      'select id from order_lines where order_id = $1',
      [orderId],
    )
    return { orderId, stayId }
  }
  async function booksAndPays(daysAhead?: number) {
    const memberId = await person()
    await pays(memberId)
    return { memberId, ...(await books(memberId, daysAhead)) }
  }
  async function asksToCancel(order: { orderId: string; stayId: string }): Promise<string> {
    const stayIds = [order.stayId]
    const { digest } = await previewCancellation(sql, {
      orderId: order.orderId,
      stayIds,
      requestedAt: new Date((await sql.one<{ now: string }>('select house_now() as now')).now),
      lock: false,
    })
    const { approvalId } = await does(clerk, cancelOrder, {
      orderId: order.orderId,
      stayIds,
      reason: '都合が悪くなった',
      digest,
    })
    if (approvalId === null) throw new Error('a paid order asks for approval')
    return approvalId
  }
  async function decides(requestId: string, decision: 'approve' | 'reject' = 'approve') {
    const seen = await sql.one<{ version: number; digest: string }>(
      'select version, digest from approval_requests where id = $1',
      [requestId],
    )
    const reason = decision === 'reject' ? '規定により' : null
    await does(manager, decideRequest, { requestId, ...seen, decision, reason })
  }
  async function arrives(type: 'twin' | 'suite' = 'twin'): Promise<string> {
    const memberId = await person()
    await pays(memberId, 50_000)
    const { stayId } = await books(memberId, 0, type)
    await does(clerk, checkIn, { stayId, ...arrival() })
    return stayId
  }
  return { does, person, pays, books, booksAndPays, asksToCancel, decides, arrives, today }
}

/** What the books answer. */
function questions(house: House) {
  const { sql } = house.database
  return {
    now: async () => new Date((await sql.one<{ now: string }>('select house_now() as now')).now),
    status: async (stayId: string) =>
      (await sql.one<{ status: string }>('select status from order_lines where id = $1', [stayId]))
        .status,
    requestStatus: async (id: string) =>
      (
        await sql.one<{ status: string }>('select status from approval_requests where id = $1', [
          id,
        ])
      ).status,
    nightsHeld: async (stayId: string) =>
      (
        await sql.one<{ held: number }>(
          'select count(*)::int as held from room_nights where line_id = $1',
          [stayId],
        )
      ).held,
    balance: async (memberId: string) =>
      (
        await sql.one<{ balance: number }>(
          'select sum(balance)::bigint as balance from accounts where member_id = $1',
          [memberId],
        )
      ).balance,
    /** When a thing was done to a subject, by the trail: one moment for each time. */
    times: async (verb: string, subjectId: string) =>
      (
        await sql.rows<{ at: string }>(
          `select at from audit_events where verb = $1
             and (subject_id = $2 or after ->> 'cleaningId' = $2::text) order by id`,
          [verb, subjectId],
        )
      ).map((row) => Date.parse(row.at)),
    transfers: async (orderId: string) =>
      (
        await sql.rows<{ kind: string }>(
          'select kind from transfers where subject_id = $1 order by posted_at, id',
          [orderId],
        )
      ).map((row) => row.kind),
    openCases: async (subjectId?: string) =>
      (
        await sql.rows<{ kind: string }>(
          'select kind from cases where closed_at is null and ($1::uuid is null or subject_id = $1) order by kind',
          [subjectId ?? null],
        )
      ).map((row) => row.kind),
    undelivered: async () =>
      (
        await sql.one<{ n: number }>(
          'select count(*)::int as n from outbox where delivered_at is null',
        )
      ).n,
    /** Whatever was told once is told again, as if no delivery had ever been noted. */
    forgetDeliveries: () =>
      sql.run('update outbox set delivered_at = null, next_attempt_at = clock_timestamp()'),
    /** The invariants of the money: nothing is created or lost. */
    sumOfAllEntries: async () =>
      (
        await sql.one<{ sum: number }>(
          'select coalesce(sum(amount), 0)::bigint as sum from entries',
        )
      ).sum,
  }
}

const plusDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
