import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { movingPicture, samplePicture } from '../support/sample-pictures.ts'
import { stateOfBooks } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'
import { addDays } from './support/staged.ts'

let inn: TestHouse
let operator: TestClient
let manager: TestClient
let front: TestClient
let types: Record<string, string>
let today: string
let photo: Buffer
let number = 400
let room: { id: string; version: number }

beforeAll(async () => {
  inn = await startHouse()
  operator = await inn.as('operator')
  manager = await inn.as('manager')
  front = await inn.as('front')
  today = (await front.get('/v1/properties')).data[0].businessDate
  const { data } = await front.get(`/v1/room-types?propertyId=${inn.property}`)
  types = Object.fromEntries(data.map((one: { code: string; id: string }) => [one.code, one.id]))
  photo = await samplePicture('jpeg', { width: 900, height: 600, orientation: 6 })
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  number += 1
  room = await operator.post('/v1/rooms', newRoom())
})

const newRoom = (facts: object = {}) => ({
  propertyId: inn.property,
  roomTypeId: types['twin'],
  number: String(number),
  floor: 4,
  ...facts,
})
const upload = (bytes: Uint8Array, type = 'image/jpeg', headers: Record<string, string> = {}) =>
  operator.request('POST', `/v1/rooms/${room.id}/pictures`, { file: { bytes, type }, headers })

describe('003-01 a picture of a room', () => {
  test('is kept upright and without what the camera wrote, shown in two sizes, and kept by browsers', async () => {
    const answer = await upload(photo)
    expect({ status: answer.status, pictures: answer.body.pictures }).toMatchObject({
      status: 201,
      pictures: [{ width: 600, height: 900 }],
    })
    for (const [size, height] of [
      ['full', 900],
      ['thumbnail', 320],
    ] as const) {
      const path = `${inn.url}/v1/pictures/${answer.body.pictures[0].id}?size=${size}`
      const response = await fetch(path, { headers: { Cookie: front.cookie } })
      expect(response.headers.get('content-type')).toBe('image/webp')
      expect(response.headers.get('cache-control')).toContain('immutable')
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(bytes.includes('SECRET-CAMERA')).toBe(false)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', height })
    }
    const elsewhere = await inn.as('front-yamate')
    const other = await elsewhere.request('GET', `/v1/pictures/${answer.body.pictures[0].id}`)
    expectProblem(other, { code: 'not_found' })
  }, 30_000)

  test('is moved and removed; a list that is no longer true, or another room’s picture, changes nothing', async () => {
    await upload(photo)
    await upload(photo)
    const { pictures } = (await upload(photo)).body
    const [a, b, c] = pictures.map(({ id }: { id: string }) => id)
    const order = (pictureIds: string[]) =>
      operator.request('POST', `/v1/rooms/${room.id}/order-pictures`, { body: { pictureIds } })
    const idsOf = (answer: { pictures: { id: string }[] }) => answer.pictures.map(({ id }) => id)
    expect(idsOf((await order([c, a, b])).body)).toEqual([c, a, b])
    for (const wrong of [
      [a, b],
      [a, b, c, c],
      [a, a, b],
      [a, b, room.id],
    ])
      expectProblem(await order(wrong), { code: 'version_mismatch' })
    const path = `/v1/rooms/${room.id}/remove-picture`
    expect(idsOf(await operator.post(path, { pictureId: a }))).toEqual([c, b])
    const again = await operator.request('POST', path, { body: { pictureId: a } })
    expectProblem(again, { code: 'not_found' })
    expectProblem(await front.request('GET', `/v1/pictures/${a}`), { code: 'not_found' })
  }, 30_000)

  test('sent again under its key is one picture; other bytes under that key are refused', async () => {
    const path = `/v1/rooms/${room.id}/pictures`
    const send = (bytes: Uint8Array) =>
      operator.request('POST', path, { key: 'photo-1', file: { type: 'image/jpeg', bytes } })
    expect((await send(photo)).status).toBe(201)
    expect((await send(photo)).headers.get('idempotent-replayed')).toBe('true')
    expectProblem(await send(await samplePicture('jpeg')), { code: 'idempotency_key_reused' })
    expect((await front.get(`/v1/rooms/${room.id}`)).pictures).toHaveLength(1)
  })
})

describe('003-01 a picture that is none', () => {
  test.each([
    ['text', () => Buffer.from('写真ではありません'), 'picture_unreadable'],
    ['nothing at all', () => Buffer.alloc(0), 'picture_unreadable'],
    ['half a picture', () => photo.subarray(0, 200), 'picture_unreadable'],
    ['a moving one', movingPicture, 'picture_unreadable'],
    ['50 MB', () => Buffer.alloc(50 * 1_024 * 1_024, 0xff), 'payload_too_large'],
  ] as const)('%s is refused in both languages, and nothing is written', async (_, bytes, code) => {
    const before = await stateOfBooks(inn)
    const sent = await bytes()
    for (const language of ['ja', 'en'] as const) {
      const answer = await upload(sent, 'image/jpeg', { 'Accept-Language': language })
      expectProblem(answer, { code, language })
      if (code === 'payload_too_large') expect(answer.body.detail).toContain('10 MB')
    }
    expect(await stateOfBooks(inn)).toEqual(before)
  })

  test('of another type, packed, or from somebody who may not, is not even read', async () => {
    const before = await stateOfBooks(inn)
    for (const type of ['image/gif', 'image/svg+xml', 'application/json', 'image/heic']) {
      const answer = await upload(photo, type)
      expectProblem(answer, { code: 'media_type_unsupported' })
      expect(answer.body.detail).toContain('image/jpeg, image/png, image/webp')
    }
    const packed = await upload(photo, 'image/jpeg', { 'Content-Encoding': 'gzip' })
    expectProblem(packed, { code: 'media_type_unsupported' })
    const file = { type: 'image/jpeg', bytes: Buffer.alloc(20_000_000) }
    const asFront = await front.request('POST', `/v1/rooms/${room.id}/pictures`, { file })
    expectProblem(asFront, { code: 'forbidden' })
    expect(await stateOfBooks(inn)).toEqual(before)
  })

  test('a twenty-first is one too many', async () => {
    const small = await samplePicture('png', { width: 4, height: 3 })
    for (let n = 0; n < 20; n += 1) expect((await upload(small, 'image/png')).status).toBe(201)
    expectProblem(await upload(small, 'image/png'), { code: 'limit_exceeded' })
  }, 60_000)
})

describe('003-01 facts of a room', () => {
  test('fit together or are refused in both languages; a number is given once', async () => {
    const before = await stateOfBooks(inn)
    for (const language of ['ja', 'en'] as const) {
      const headers = { 'Accept-Language': language }
      const post = (facts: object) =>
        operator.request('POST', '/v1/rooms', { body: newRoom(facts), headers })
      const crowded = { number: '499', areaM2: 9.8, ownCapacity: 3 }
      expectProblem(await post(crowded), { code: 'capacity_beyond_area', language })
      expectProblem(await post({}), { code: 'already_exists', language })
      for (const facts of [
        { areaM2: 3.2 },
        { areaM2: 12.345 },
        { areaM2: '12' },
        { ownCapacity: 0 },
        { ownCapacity: 51 },
        { equipment: ['helipad'] },
        { equipment: 'tv' },
        { description: 'あ'.repeat(1_001) },
        { number: '1'.repeat(300) },
        { floor: 300 },
      ])
        expectProblem(await post({ number: '499', ...facts }), {
          code: 'validation_failed',
          language,
          about: JSON.stringify(facts),
        })
    }
    expect(await stateOfBooks(inn)).toEqual(before)
  })

  test('are kept in any script and edited one by one', async () => {
    const description = `髙﨑の間 🛁 ${'𠮷'.repeat(300)}`
    const facts = { areaM2: 18.25, ownCapacity: 3, equipment: ['wifi', 'tv'], description }
    const path = `/v1/rooms/${room.id}`
    const edited = await operator.request('PATCH', path, { body: facts, version: room.version })
    expect(edited.body).toMatchObject({ ...facts, equipment: ['tv', 'wifi'], capacity: 3 })
    const back = { body: { areaM2: null, ownCapacity: null }, version: edited.body.version }
    expect((await operator.request('PATCH', path, back)).body).toMatchObject({
      areaM2: null,
      capacity: 2,
      description,
    })
  })
})

describe('003-02 a search', () => {
  const find = async (query: string) =>
    (await front.get(`/v1/rooms?propertyId=${inn.property}&perPage=100&${query}`)).data

  test('joins all its conditions, also those free for a stay; days that make none are refused', async () => {
    const days = `freeFrom=${addDays(today, 20)}&freeUntil=${addDays(today, 22)}`
    const query = `roomTypeId=${types['twin']}&capacityMin=2&equipment=wifi,bath&status=available&floor=2&q=20`
    const found = await find(`${query}&${days}`)
    expect(found.map((one: { number: string }) => one.number)).toEqual([
      '201',
      '202',
      '203',
      '204',
      '205',
    ])
    await manager.post(`/v1/rooms/${found[0].id}/block`, {
      kind: 'maintenance',
      fromNight: addDays(today, 21),
      untilNight: addDays(today, 25),
      reason: '畳替え',
    })
    expect(await find(`${query}&${days}`)).toHaveLength(4)
    expect(await find(`${query}&freeFrom=${addDays(today, 20)}`)).toHaveLength(5)
    const then = `date=${addDays(today, 23)}&status=maintenance`
    expect((await find(then)).map((one: { id: string }) => one.id)).toEqual([found[0].id])
    for (const wrong of [
      `freeUntil=${today}`,
      `freeFrom=${today}&freeUntil=${today}`,
      `freeFrom=${addDays(today, 3)}&freeUntil=${today}`,
    ])
      expectProblem(await front.request('GET', `/v1/rooms?${wrong}`), { code: 'dates_impossible' })
  })
})

describe('003-05 an impossible move', () => {
  test('answers 409 with what this person may do instead', async () => {
    const post = (client: TestClient, verb: string, body: object = { reason: '確認' }) =>
      client.request('POST', `/v1/rooms/${room.id}/${verb}`, { body })
    const said = (answer: Awaited<ReturnType<typeof post>>) => {
      const { code, allowedActions } = expectProblem(answer, { status: 409 }) as {
        code: string
        allowedActions?: string[]
      }
      return { code, allowedActions }
    }
    expect(said(await post(manager, 'release'))).toEqual({
      code: 'state_conflict',
      allowedActions: ['block'],
    })
    expect(said(await post(operator, 'unretire'))).toEqual({
      code: 'state_conflict',
      allowedActions: ['edit', 'block', 'retire'],
    })
    const nights = { fromNight: today, untilNight: addDays(today, 1), reason: '修理' }
    expect((await post(manager, 'block', { kind: 'maintenance', ...nights })).status).toBe(200)
    expect(said(await post(manager, 'block', { kind: 'unavailable', ...nights }))).toEqual({
      code: 'state_conflict',
      allowedActions: ['release'],
    })
    expect(said(await post(front, 'finish-cleaning', {}))).toMatchObject({ code: 'state_conflict' })
    expect((await post(operator, 'retire')).status).toBe(200)
    expect(said(await post(operator, 'retire'))).toEqual({
      code: 'state_conflict',
      allowedActions: ['unretire'],
    })
  })
})

test('003-01 an area of hundredths is kept as it was typed; a finer one is refused', async () => {
  const { areaM2 } = await operator.post('/v1/rooms', newRoom({ number: 'A1', areaM2: 19.35 }))
  expect(areaM2).toBe(19.35)
  const finer = newRoom({ number: 'A2', areaM2: 19.355 })
  expectProblem(await operator.request('POST', '/v1/rooms', { body: finer }), {
    code: 'validation_failed',
    status: 422,
  })
})
