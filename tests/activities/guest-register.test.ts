import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { addGuest } from '../../activities/lodging/add-guest.ts'
import { checkIn, checkInOrder, type Party } from '../../activities/lodging/check-in.ts'
import { checkOut } from '../../activities/lodging/check-out.ts'
import { editGuest } from '../../activities/lodging/edit-guest.ts'
import { finishCleaning } from '../../activities/lodging/finish-cleaning.ts'
import { forgetGuests } from '../../activities/lodging/forget-guests.ts'
import { revealGuests } from '../../activities/lodging/reveal-guests.ts'
import { lastGuestRows } from '../../db/lodging/guest-queries.ts'
import { SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import { arrival, party } from '../support/arrival.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'

let inn: Inn
let member: string
let from = 5
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  from += 6
  member = await inn.guest(150_000)
})
afterEach(async () => {
  expect(await unsound(inn)).toEqual([])
  await inn.empty()
})

type Sent = Partial<ReturnType<typeof arrival>> & Partial<Party>
const arrive = (stayId: string, sent: Sent | object = {}, now = inn.noon(from)) =>
  inn.does(inn.front, checkIn, { ...arrival(), ...sent, stayId }, now)
const reveal = (stayId: string) =>
  inn.does(inn.manager, revealGuests, { propertyId: PROPERTY, stayId, reason: '照会' })
const entries = (stayId: string) =>
  inn.sql.rows<{ id: string; version: number; withdrawn: boolean }>(
    'select id, version, withdrawn_at is not null as withdrawn from guest_entries where line_id = $1 order by position',
    [stayId],
  )
/** The books as whoever steals them reads them: every column of the register. */
const raw = async (stayId: string) =>
  inn.value<string>(
    `select string_agg(e::text || encode(v.sealed, 'escape'), '') from guest_entries e
     join guest_entry_versions v on v.entry_id = e.id where e.line_id = $1`,
    stayId,
  )

describe('003-25 B-10 nobody goes in unwritten', () => {
  test('every guest is in the register, sealed; who was recognised, how, by whom', async () => {
    const stay = await inn.book({ member, from })
    await arrive(stay.stayId, { guests: party(2), countReason: 'ご友人も一緒に' })
    expect(
      (await reveal(stay.stayId)).map(({ name, representative }) => [name, representative]),
    ).toEqual([
      ['見本 客1', true],
      ['見本 客2', false],
    ])
    expect(await raw(stay.stayId)).not.toMatch(/見本|千代田|会社員/)
    expect(
      await inn.sql.one(
        'select method, document, confirmed_by from identity_checks where line_id = $1',
        [stay.stayId],
      ),
    ).toEqual({ method: 'face_to_face', document: 'driving_licence', confirmed_by: inn.front.id })
    const trail = await inn.value<string>(
      `select string_agg(coalesce(after::text, '') || coalesce(before::text, ''), '') from audit_events
       where subject_id = $1`,
      stay.stayId,
    )
    expect(trail).not.toMatch(/千代田|会社員|客1/)
  })

  test.each([
    [
      'more than the room holds',
      { guests: party(3) },
      { code: 'capacity_exceeded', params: { capacity: 2 } },
    ],
    [
      'another number than booked, without a word',
      { guests: party(2) },
      { code: 'register_incomplete' },
    ],
    [
      'a field is missing',
      { guests: [{ ...party()[0], occupation: ' ' }] },
      {
        code: 'validation_failed',
        fields: [{ pointer: '/guests/0/occupation', code: 'missing' }],
      },
    ],
    [
      'a passport nobody may ask for',
      { guests: [{ ...party()[0], passportNumber: 'TK1234567' }] },
      {
        fields: [{ pointer: '/guests/0/passportNumber', code: 'not_collected' }],
      },
    ],
    [
      'nobody stands for the room',
      { guests: [{ ...party()[0], representative: false }] },
      {
        fields: [{ pointer: '/guests', code: 'one_representative' }],
      },
    ],
    [
      'a time in the future',
      { at: '2099-01-01T00:00:00.000Z', atReason: '打ち間違い' },
      { code: 'time_impossible' },
    ],
  ])('%s: refused, and nothing is written', async (_, sent, refusal) => {
    const stay = await inn.book({ member, from })
    await expect(arrive(stay.stayId, sent)).rejects.toMatchObject(refusal)
    expect(await inn.status(stay.stayId)).toBe('confirmed')
    expect(await entries(stay.stayId)).toEqual([])
    expect(
      await inn.value('select count(*)::int from identity_checks where line_id = $1', stay.stayId),
    ).toBe(0)
  })

  test('names as people write them are kept as they are', async () => {
    const stay = await inn.book({ member, from })
    const name = '髙﨑 𠮷郎 🏯 Zoë O’Brien-ﾐﾎﾝ'
    await arrive(stay.stayId, { guests: [{ ...party()[0], name }] })
    expect((await reveal(stay.stayId))[0]?.name).toBe(name)
  })

  test('an earlier time of the day is written down with its reason, yesterday is not', async () => {
    const stay = await inn.book({ member, from, now: inn.noon(from - 2) })
    const hour = (hours: number) =>
      new Date(inn.noon(from).getTime() + hours * 3_600_000).toISOString()
    await expect(
      arrive(stay.stayId, { at: hour(-24), atReason: '記録漏れ' }),
    ).rejects.toMatchObject({
      code: 'time_impossible',
    })
    await expect(arrive(stay.stayId, { at: hour(-2) })).rejects.toMatchObject({
      fields: [{ pointer: '/atReason', code: 'missing' }],
    })
    await arrive(stay.stayId, { at: hour(-2), atReason: '停電のため' })
    expect(
      await inn.value('select checked_in_at from order_lines where id = $1', stay.stayId),
    ).toBe(hour(-2))
  })
})

describe('B-10 the register afterwards', () => {
  test('is put right with its history; a later companion is added, up to what the room holds', async () => {
    const stay = await inn.book({ member, from })
    await arrive(stay.stayId)
    const [first] = await entries(stay.stayId)
    const edit = { guestId: first?.id ?? '', version: 1, reason: '転居の申し出' }
    await inn.does(inn.front, editGuest, { ...edit, changes: { address: '京都府京都市見本区1' } })
    await expect(
      inn.does(inn.front, editGuest, { ...edit, changes: { name: '別人' } }),
    ).rejects.toMatchObject({ code: 'version_mismatch' })
    await expect(
      inn.does(inn.front, editGuest, { ...edit, version: 2, changes: { representative: false } }),
    ).rejects.toMatchObject({ fields: [{ code: 'one_representative' }] })

    const companion = { ...party()[0], representative: false, name: '見本 連れ' }
    await inn.does(inn.front, addGuest, { stayId: stay.stayId, guest: companion })
    await expect(
      inn.does(inn.front, addGuest, { stayId: stay.stayId, guest: companion }),
    ).rejects.toMatchObject({ code: 'capacity_exceeded' })
    const [, second] = await entries(stay.stayId)
    await inn.does(inn.front, editGuest, {
      guestId: second?.id ?? '',
      version: 1,
      changes: { representative: true },
      reason: '代表者の交代',
    })
    const shown = await reveal(stay.stayId)
    expect(
      shown.map(({ address, representative, version }) => [address, representative, version]),
    ).toEqual([
      ['京都府京都市見本区1', false, 2],
      ['東京都千代田区見本町1-2-3', true, 2],
    ])
    expect(await inn.trail(first?.id ?? '')).toEqual(['guest.edited'])
    const kept = await inn.value(
      'select count(*)::int from guest_entry_versions where entry_id = $1',
      first?.id,
    )
    expect(kept).toBe(2)
  })

  test('offers a returning member what was written last, copied in the books; nobody else can reach it', async () => {
    const before = await inn.book({ member, from })
    const guests = party(2).map((one, index) =>
      index === 0
        ? one
        : { ...one, nationality: 'FR', livesInJapan: false, passportNumber: '12AB34567' },
    )
    await arrive(before.stayId, { guests, countReason: '2名で到着' })
    await inn.does(inn.front, checkOut, { stayId: before.stayId }, inn.noon(from + 1))
    await inn.does(inn.front, finishCleaning, { roomId: before.roomId })
    const again = await inn.book({ member, from: from + 2 })
    const offered = await lastGuestRows(inn.sql, again.stayId, 50)
    const ids = (await entries(before.stayId)).map((one) => one.id)
    expect(offered.map((one) => one.id)).toEqual(ids)

    const stranger = await inn.book({ member: await inn.guest(50_000), from: from + 2 })
    const copied = { guests: [{ copyOf: ids[0], representative: true }] }
    await expect(arrive(stranger.stayId, copied, inn.noon(from + 2))).rejects.toMatchObject({
      fields: [{ pointer: '/guests/0/copyOf', code: 'gone' }],
    })
    expect(await lastGuestRows(inn.sql, stranger.stayId, 50)).toEqual([])
    await arrive(
      again.stayId,
      { guests: [{ copyOf: ids[1], name: '見本 改名', representative: true }] },
      inn.noon(from + 2),
    )
    expect(await reveal(again.stayId)).toMatchObject([
      { name: '見本 改名', nationality: 'FR', passportNumber: '12AB34567', representative: true },
    ])
  })

  test('is destroyed three years after it was written, not a day earlier, and only once', async () => {
    const stay = await inn.book({ member, from })
    await arrive(stay.stayId)
    const written = inn.noon(from)
    const later = (days: number) => {
      const at = new Date(written)
      at.setUTCFullYear(at.getUTCFullYear() + 3)
      at.setUTCDate(at.getUTCDate() + days)
      return at
    }
    const forget = (now: Date) => inn.does(SYSTEM_ACTOR, forgetGuests, {}, now)
    await forget(later(0))
    expect(await reveal(stay.stayId)).toHaveLength(1)
    expect(await forget(later(1))).toBeGreaterThanOrEqual(1)
    expect(await forget(later(1))).toBe(0)
    expect(await reveal(stay.stayId)).toEqual([])
    expect(
      await inn.value(
        'select count(*)::int from guest_entries where line_id = $1 and wrapped_key is null',
        stay.stayId,
      ),
    ).toBe(1)
    const [gone] = await entries(stay.stayId)
    const edit = { guestId: gone?.id ?? '', version: 1, changes: { name: '幽霊' }, reason: '復元' }
    await expect(inn.does(inn.front, editGuest, edit)).rejects.toMatchObject({
      params: { state: 'destroyed' },
    })
  })
})

describe('003-25 a group in one go', () => {
  const rooms = (stayIds: readonly string[]) =>
    stayIds.map((stayId) => ({ stayId, guests: party() }))
  const arriveAll = (orderId: string, parties: readonly Party[]) =>
    inn.does(
      inn.front,
      checkInOrder,
      { orderId, rooms: parties, identity: arrival().identity },
      inn.noon(from),
    )

  test('every room goes in, each with its register', async () => {
    const group = await inn.book({ member, from, count: 3 })
    await arriveAll(group.orderId, rooms(group.stayIds))
    for (const stayId of group.stayIds) {
      expect(await inn.status(stayId)).toBe('in_house')
      expect(await reveal(stayId)).toHaveLength(1)
      expect(await inn.told(stayId)).toEqual(['stay'])
    }
  })

  test('one room that cannot keeps all of them out, and is named', async () => {
    const group = await inn.book({ member, from, count: 2 })
    const [one = '', other = ''] = group.stayIds
    await inn.owner.query(
      `insert into cleanings (id, property_id, room_id, line_id, started_at, due_at, kind)
       select new_id(), property_id, room_id, id, house_now(), house_now(), 'departure' from order_lines where id = $1`,
      [other],
    )
    const number = await inn.value<string>(
      'select r.number from order_lines l join rooms r on r.id = l.room_id where l.id = $1',
      other,
    )
    await expect(arriveAll(group.orderId, rooms([one, other]))).rejects.toMatchObject({
      code: 'group_refused',
      params: { count: 1 },
      fields: [
        {
          pointer: '/rooms/1',
          code: 'room_not_ready',
          params: { about: number, state: 'cleaning' },
        },
      ],
    })
    await expect(arriveAll(group.orderId, rooms([one]))).rejects.toMatchObject({
      fields: [{ pointer: '/rooms', code: 'whole_group' }],
    })
    expect([await inn.status(one), await inn.status(other)]).toEqual(['confirmed', 'confirmed'])
    expect(await entries(one)).toEqual([])
  })
})
