import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { cancelOrder } from '../../../activities/lodging/cancel-order.ts'
import { checkOut } from '../../../activities/lodging/check-out.ts'
import { finishCleaning } from '../../../activities/lodging/finish-cleaning.ts'
import { placeOrder } from '../../../activities/lodging/place-order.ts'
import { previewCancellation } from '../../../activities/lodging/preview-cancellation.ts'
import { registerMember } from '../../../activities/members/register-member.ts'
import type { Verb } from '../../../activities/platform/context.ts'
import { type House, type Log, openHouse } from '../../../activities/platform/house.ts'
import { runVerb } from '../../../activities/platform/run-verb.ts'
import { topUp } from '../../../activities/points/top-up.ts'
import { decideRequest } from '../../../activities/approvals/decide-request.ts'
import { columnTypes } from '../../../db/platform/column-types.ts'
import { DEMO, seedMasters } from '../../../db/seed/demo-masters.ts'
import { addDays } from '../../../domain/lodging/local-date.ts'
import {
  type Actor,
  type Role,
  type StaffActor,
  SYSTEM_ACTOR,
} from '../../../domain/platform/actor.ts'
import { openDatabase } from '../../../db/platform/database.ts'
import { questions } from './questions.ts'
import { freshBooks } from '../../support/fresh-books.ts'
import { newDocument } from '../../support/identity.ts'

export const PROPERTY = DEMO.properties[0].id
export const OTHER_PROPERTY = DEMO.properties[1].id
const MASTER_KEY = Buffer.alloc(32, 7).toString('base64')
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A seeded house without HTTP and without Temporal: its verbs, and time as the test says it is. */
export type Inn = Awaited<ReturnType<typeof openInn>>

export async function openInn() {
  const books = await freshBooks()
  const seeding = await openDatabase({ url: books.ownerUrl, pool: 1, name: 'seed' })
  await seeding.sql.run("insert into clock (house) values ('test')")
  await seedMasters(seeding.sql)
  await seeding.close()
  const owner = new Pool({ connectionString: books.ownerUrl, types: columnTypes(), max: 2 })
  const house = await openHouse({
    databaseUrl: books.appUrl,
    pool: 16,
    name: 'inn',
    masterKey: MASTER_KEY,
    log: quiet,
  })
  const { sql } = house.database
  const { today } = await sql.one<{ today: string }>(
    'select business_date(p, house_now()) as today from properties p where id = $1',
    [PROPERTY],
  )
  const front = await hire(house, 'clerk', 'front')
  const manager = await hire(house, 'boss', 'manager')
  return {
    house,
    sql,
    owner,
    front,
    manager,
    hire: (login: string, role: Role, memberId: string | null = null) =>
      hire(house, login, role, memberId),
    /** The property's date so many days from now. */
    day: (n: number) => addDays(today, n),
    /** Noon in Tokyo on that date. */
    noon: (n: number) => new Date(`${addDays(today, n)}T03:00:00.000Z`),
    ...desk(house, front, manager, (n) => addDays(today, n)),
    async stop() {
      await house.close()
      await owner.end()
      await books.drop()
    },
  }
}

async function hire(
  house: House,
  login: string,
  role: Role,
  memberId: string | null = null,
): Promise<StaffActor> {
  const { id } = await house.database.sql.one<{ id: string }>(
    "insert into staff (login, display_name, password_hash, member_id) values ($1, $1, 'none', $2) returning id",
    [login, memberId],
  )
  const held = { role, propertyId: PROPERTY, issuerId: DEMO.issuerId }
  return { kind: 'staff', id, displayName: login, locale: 'ja', memberId, roles: [held] }
}

/** A verb as if it were another moment. */
export const asOf =
  <Input, Output>(now: Date | undefined, verb: Verb<Input, Output>): Verb<Input, Output> =>
  (context, input) =>
    verb(now ? { ...context, now } : context, input)

/** Rooms of one type, from a day so many days from now. */
export type Wish = {
  member: string
  from: number
  nights?: number
  count?: number
  type?: 'single' | 'twin' | 'suite'
  now?: Date
}

function desk(house: House, front: StaffActor, manager: StaffActor, day: (n: number) => string) {
  const { sql } = house.database
  let people = 0

  /** Runs a verb as somebody, at a moment. */
  const does = async <Input, Output>(
    actor: Actor,
    verb: Verb<Input, Output>,
    input: Input,
    now?: Date,
  ): Promise<Output> =>
    (await runVerb(house, { actor, requestId: randomUUID() }, asOf(now, verb), input)).output

  /** What time itself does. */
  const time = <Output>(verb: Verb<{ id: string }, Output>, id: string, now?: Date) =>
    does(SYSTEM_ACTOR, verb, { id }, now)

  const pay = (memberId: string, amount: number, now?: Date) =>
    does(front, topUp, { memberId, propertyId: PROPERTY, amount }, now)

  async function guest(points = 0): Promise<string> {
    people += 1
    const { memberId } = await does(front, registerMember, {
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
    if (points > 0) await pay(memberId, points)
    return memberId
  }

  const roomType = async (code: string) =>
    (
      await sql.one<{ id: string }>(
        'select id from room_types where property_id = $1 and code = $2',
        [PROPERTY, code],
      )
    ).id

  async function book(wish: Wish) {
    const { orderId } = await does(
      front,
      placeOrder,
      {
        propertyId: PROPERTY,
        memberId: wish.member,
        channel: 'desk',
        stays: [
          {
            roomTypeId: await roomType(wish.type ?? 'twin'),
            checkIn: day(wish.from),
            checkOut: day(wish.from + (wish.nights ?? 1)),
            count: wish.count ?? 1,
            guestsPerRoom: 1,
          },
        ],
      },
      wish.now,
    )
    const lines = await sql.rows<{ id: string; room_id: string; amount: number }>(
      'select id, room_id, amount from order_lines where order_id = $1 order by id',
      [orderId],
    )
    return {
      orderId,
      memberId: wish.member,
      stayIds: lines.map((line) => line.id),
      stayId: lines[0]?.id ?? '',
      roomId: lines[0]?.room_id ?? '',
      total: lines.reduce((sum, line) => sum + line.amount, 0),
    }
  }
  type Booked = Awaited<ReturnType<typeof book>>

  const preview = async (order: Pick<Booked, 'orderId' | 'stayIds'>, now?: Date) =>
    previewCancellation(sql, {
      ...order,
      requestedAt:
        now ?? new Date((await sql.one<{ now: string }>('select house_now() as now')).now),
      lock: false,
    })

  /** Asks with what was on screen at that moment. The request's id, or null for an unpaid order. */
  async function cancel(
    order: Pick<Booked, 'orderId' | 'stayIds'>,
    now?: Date,
    actor: Actor = front,
  ): Promise<string | null> {
    const { digest } = await preview(order, now)
    const input = { orderId: order.orderId, stayIds: order.stayIds, reason: '都合', digest }
    return (await does(actor, cancelOrder, input, now)).approvalId
  }
  async function asks(order: Pick<Booked, 'orderId' | 'stayIds'>, now?: Date): Promise<string> {
    const id = await cancel(order, now)
    if (id === null) throw new Error('a paid order asks for approval')
    return id
  }

  const seen = (requestId: string) =>
    sql.one<{ version: number; digest: string }>(
      'select version, digest from approval_requests where id = $1',
      [requestId],
    )
  async function decides(
    requestId: string,
    decision: 'approve' | 'reject' = 'approve',
    actor: Actor = manager,
  ): Promise<void> {
    const reason = decision === 'reject' ? '規定により' : null
    await does(actor, decideRequest, { requestId, ...(await seen(requestId)), decision, reason })
  }

  /** Everybody leaves and every room is cleaned: for the next test. */
  async function empty(): Promise<void> {
    const inside = await sql.rows<{ id: string }>(
      "select id from order_lines where status = 'in_house'",
    )
    for (const { id } of inside) await does(front, checkOut, { stayId: id })
    const dirty = await sql.rows<{ id: string }>(
      'select room_id as id from cleanings where done_at is null',
    )
    for (const { id } of dirty) await does(front, finishCleaning, { roomId: id })
  }

  return {
    empty,
    does,
    time,
    pay,
    guest,
    roomType,
    book,
    preview,
    cancel,
    asks,
    seen,
    decides,
    ...questions(house),
  }
}
