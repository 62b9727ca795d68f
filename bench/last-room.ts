import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { DEMO } from '../db/seed/demo-masters.ts'
import { type BenchHouse, clients } from './support/bench-house.ts'
import { interleaved, ratio, type Side } from './support/rounds.ts'

const CALLERS = 16
const NIGHTS = 30
const FIRST = '2030-01-01'
const PROPERTY = DEMO.properties[0].id

/** A stay of one to four nights within the thirty. */
function wish() {
  const nights = 1 + Math.floor(Math.random() * 4)
  const from = Math.floor(Math.random() * (NIGHTS - nights + 1))
  return [from, from + nights] as const
}

/**
 * B3: sixteen callers race for one room of thirty nights. Ours: rooms picked under the type's lock, a
 * line and a row a night. The peer: a table whose only guard is an exclusion constraint; it writes one
 * row a stay and no line, so it does less. Attempts a second, accepted and refused together.
 */
export async function lastRoom(bench: BenchHouse) {
  const [owner] = (await clients(bench.ownerUrl, 1)) as [Client]
  await owner.query('create extension if not exists btree_gist')
  await owner.query(
    `create table peer_stays (room uuid not null, during daterange not null,
       exclude using gist (room with =, during with &&))`,
  )
  await owner.query('grant insert, select on peer_stays to choba_app')
  const callers = await clients(bench.appUrl, CALLERS)
  const order = await placedOrder(owner, bench.members[0] as string)
  const measured = await interleaved([nightRows(owner, callers, order), exclusion(owner, callers)])
  for (const client of [...callers, owner]) await client.end()
  const [ours, peer] = measured
  return {
    id: 'B3',
    what: `attempts a second for one room of ${NIGHTS} nights, ${CALLERS} callers`,
    ratios: { 'night rows / EXCLUDE only': ratio(ours, peer) },
    measured,
  }
}

async function placedOrder(owner: Client, member: string): Promise<string> {
  const id = randomUUID()
  await owner.query(
    `insert into orders (id, property_id, issuer_id, member_id, channel, placed_at, remind_at, pay_by)
     values ($1, $2, $3, $4, 'desk', now(), now(), now())`,
    [id, PROPERTY, DEMO.issuerId, member],
  )
  return id
}

function nightRows(owner: Client, callers: readonly Client[], order: string): Side {
  let type = ''
  let sold = 0
  return {
    name: 'night rows',
    callers: CALLERS,
    async prepare() {
      type = randomUUID()
      sold = 0
      await owner.query(
        "insert into room_types (id, property_id, code, name, name_en, capacity) values ($1, $2, $3, 'x', 'x', 2)",
        [type, PROPERTY, type.slice(0, 8)],
      )
      await owner.query(
        `insert into rooms (property_id, dwelling_id, room_type_id, number, floor)
         select $1, id, $2, $3, 1 from dwellings where property_id = $1 limit 1`,
        [PROPERTY, type, type.slice(0, 8)],
      )
    },
    async work(caller) {
      const client = callers[caller] as Client
      const [from, to] = wish()
      await client.query('begin')
      const { rows } = await client.query({
        name: 'pick',
        text: 'select (pick_rooms($1, $2::date + $3::int, $2::date + $4::int, 1))[1] as room',
        values: [type, FIRST, from, to],
      })
      const room: string | null = rows[0].room
      if (room !== null) {
        await client.query({
          name: 'take',
          text: `with line as (
              insert into order_lines (id, order_id, property_id, room_type_id, room_id, check_in, check_out, guests, status, amount, policy)
              values ($1, $2, $3, $4, $5, $6::date + $7::int, $6::date + $8::int, 1, 'confirmed', 0, '{}') returning id)
            insert into room_nights (room_id, night, line_id)
            select $5, $6::date + n, id from line cross join generate_series($7::int, $8::int - 1) n order by n`,
          values: [randomUUID(), order, PROPERTY, type, room, FIRST, from, to],
        })
        sold += to - from
      }
      await client.query('commit')
      return room === null ? 'refused' : 'done'
    },
    async check() {
      const { rows } = await owner.query(
        `select count(*)::int as nights from room_nights n join rooms r on r.id = n.room_id where r.room_type_id = $1`,
        [type],
      )
      return rows[0].nights === sold && sold <= NIGHTS
        ? []
        : [`${sold} sold, ${rows[0].nights} kept`]
    },
  }
}

function exclusion(owner: Client, callers: readonly Client[]): Side {
  let room = ''
  return {
    name: 'EXCLUDE only',
    callers: CALLERS,
    async prepare() {
      room = randomUUID()
    },
    async work(caller) {
      const [from, to] = wish()
      try {
        await callers[caller]?.query({
          name: 'exclude',
          text: 'insert into peer_stays values ($1, daterange($2::date + $3::int, $2::date + $4::int))',
          values: [room, FIRST, from, to],
        })
        return 'done'
      } catch (error) {
        const { code } = error as { code?: string }
        if (code === '23P01') return 'refused'
        if (code === '40P01') return 'deadlock'
        throw error
      }
    },
    async check() {
      const { rows } = await owner.query(
        'select coalesce(sum(upper(during) - lower(during)), 0)::int as nights from peer_stays where room = $1',
        [room],
      )
      return rows[0].nights <= NIGHTS ? [] : [`${rows[0].nights} nights sold`]
    },
  }
}
