import { hireStaff } from '../../../activities/platform/staff.ts'
import { hashPassword } from '../../../activities/platform/password.ts'
import { runVerb } from '../../../activities/platform/run-verb.ts'
import { SYSTEM_ACTOR } from '../../../domain/platform/actor.ts'
import { signedIn, type TestClient } from '../../support/client.ts'
import type { TestHouse } from '../../support/house.ts'
import { newDocument } from '../../support/identity.ts'
import { asOwner } from './owner.ts'
import { arrival } from '../../support/arrival.ts'
import { stageMessages } from './staged-messages.ts'
import { stageRooms } from './staged-rooms.ts'
import { stageHousekeeping } from './staged-housekeeping.ts'

/** A house in full swing: one record in every state a command can begin from. */
export type Staged = Awaited<ReturnType<typeof stage>>

export const addDays = (from: string, days: number) =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)

export async function stage(inn: TestHouse) {
  const [front, manager, operator] = await Promise.all(
    ['front', 'manager', 'operator'].map((login) => inn.as(login)),
  )
  const desk = new Desk(inn, front as TestClient)
  await desk.look()
  const { today } = desk

  const order = await desk.sell(desk.member, 'twin', 30, 2)
  const asked = await desk.sell(desk.member, 'single', 40, 3)
  const requests = []
  for (const stay of asked.stays) requests.push(await desk.askToCancel(asked.id, [stay.id]))
  const [pinned] = (await desk.sell(desk.member, 'single', 45, 1)).stays
  await desk.front.post(`/v1/stays/${pinned.id}/pin`)
  const extension = { checkIn: addDays(today, 45), checkOut: addDays(today, 47) }
  const waiting = await desk.sell(desk.poor, 'suite', 50, 1)
  const waitingDigest = (await desk.preview(waiting.id, [waiting.stays[0].id])).digest as string
  const [arriving, inHouse, left] = (await desk.sell(desk.other, 'single', 0, 3)).stays
  const [leaving] = (await desk.sell(desk.other, 'single', 0, 1)).stays
  for (const stay of [inHouse, left, leaving])
    await desk.front.post(`/v1/stays/${stay.id}/check-in`, arrival())
  await desk.front.post(`/v1/stays/${left.id}/check-out`)

  const topUp = { propertyId: inn.property, amount: 60_000 }
  await desk.front.post(`/v1/members/${desk.other.id}/top-ups`, topUp)
  const groupArriving = await desk.sell(desk.other, 'twin', 0, 1)
  const groupInHouse = await desk.sell(desk.other, 'twin', 0, 1)
  const wronglyIn = (await desk.sell(desk.other, 'twin', 0, 1)).stays[0]
  for (const stay of [groupInHouse.stays[0], wronglyIn])
    await desk.front.post(`/v1/stays/${stay.id}/check-in`, arrival())
  const [registered] = (await desk.front.get(`/v1/stays/${inHouse.id}/guests`)).stays

  const known = (await desk.front.get(`/v1/rooms?propertyId=${inn.property}&sort=-number`)).data
  const ofType = (name: string) =>
    known.find((room: { roomTypeName: string }) => room.roomTypeName === name)
  const [blocked, open] = [ofType('スイート'), ofType('ツイン')]
  await (manager as TestClient).post(`/v1/rooms/${blocked.id}/block`, {
    kind: 'maintenance',
    fromNight: today,
    untilNight: addDays(today, 2),
    reason: '空調の修理',
  })
  const rates = await stageRates(manager as TestClient, inn.property, desk.types, today)
  const rooms = await stageRooms(inn, operator as TestClient, desk)
  const received = [...groupArriving.stays, ...groupInHouse.stays, wronglyIn]
  const taken = new Set([arriving, inHouse, left, leaving, ...received].map((stay) => stay.roomId))
  const emptyRooms = known.filter(
    ({ id }: { id: string }) => !taken.has(id) && id !== blocked.id && id !== open.id,
  )
  for (const number of ['271', '272', '273', '274']) {
    const room = { propertyId: inn.property, roomTypeId: desk.types['twin'], number, floor: 2 }
    emptyRooms.push(await (operator as TestClient).post('/v1/rooms', room))
  }
  const messages = await stageMessages(inn, order)
  const token = await (operator as TestClient).post('/v1/api-tokens', {
    name: '公式サイト',
    propertyId: inn.property,
    scopes: ['rooms.read'],
  })
  const staff = (await (operator as TestClient).get('/v1/staff?perPage=100')).data
  const leaver = staff.find((one: { login: string }) => one.login === 'accounting')
  const [elsewhereRoom] = (await (await inn.as('front-yamate')).get('/v1/rooms')).data
  const newcomer = await desk.front.post('/v1/members', {
    name: '見本 あらた',
    kana: 'ミホン アラタ',
    phone: '03-0000-0190',
    birthDate: '1995-05-05',
    identity: newDocument(),
  })
  // Outside accounts are the channel's to prove; what it proves is sealed by the house like this.
  const proof = { issuerId: inn.issuer, channel: 'wechat', openid: 'staged-openid', until: 9e12 }
  const { vault, database } = inn.house
  const ticket = await vault.seal(database.sql, null, JSON.stringify(proof))
  return {
    newcomer,
    ticket: ticket.toString('base64url'),
    today,
    member: desk.member,
    otherMember: desk.other,
    types: desk.types,
    order,
    waiting,
    waitingDigest,
    request: requests[0],
    toReject: requests[1],
    toWithdraw: requests[2],
    arriving,
    inHouse,
    leaving,
    extension,
    extensionDigest: (
      await desk.front.get(
        `/v1/stays/${pinned.id}/extension-preview?${new URLSearchParams(extension).toString()}`,
      )
    ).digest as string,
    departureDigest: (await desk.front.get(`/v1/stays/${leaving.id}/early-departure-preview`))
      .digest as string,
    pinned,
    left,
    groupArriving,
    groupInHouse,
    wronglyIn,
    guest: registered.entries[0],
    checkedInAt: registered.checkedInAt as string,
    cleaningRoomId: left.roomId as string,
    room: open,
    blockedRoom: blocked,
    ...rates,
    ...rooms,
    housekeeping: await stageHousekeeping(inn, desk.front, emptyRooms),
    ...messages,
    token,
    leaver,
    elsewhere: { roomId: elsewhereRoom.id, roomTypeId: elsewhereRoom.roomTypeId },
  }
}

/** Days priced by hand that can be undone, an edit that was previewed, and rules whose day has not come. */
async function stageRates(
  manager: TestClient,
  propertyId: string,
  types: Record<string, string>,
  today: string,
) {
  const edit = (type: string, change: object) => ({
    propertyId,
    roomTypeIds: [types[type]],
    fromNight: addDays(today, 120),
    untilNight: addDays(today, 130),
    weekdays: [1, 2, 3],
    ...change,
  })
  const previewed = async (wish: object) => {
    const query = Object.entries(wish).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    const asked = new URLSearchParams(query).toString()
    const { digest } = await manager.get(`/v1/rate-edits/preview?${asked}`)
    return { ...wish, digest: digest as string }
  }
  const made = await previewed(edit('single', { change: 'stop' }))
  const { id } = await manager.post('/v1/rate-edits', made)
  const rules = { base: 30_000, publishOn: addDays(today, 30) }
  await manager.request('PUT', `/v1/room-types/${types['suite']}/rate-rules`, {
    body: rules,
    version: 1,
  })
  return {
    rateEditId: id as string,
    rateEdit: await previewed(edit('twin', { change: 'set', value: 14_500 })),
  }
}

/** What the front desk does to bring the house there. */
class Desk {
  today = ''
  member: { id: string; version: number; number: string } = { id: '', version: 0, number: '' }
  other = this.member
  poor = this.member
  types: Record<string, string> = {}
  readonly inn: TestHouse
  readonly front: TestClient

  constructor(inn: TestHouse, front: TestClient) {
    this.inn = inn
    this.front = front
  }

  async look() {
    this.today = (await this.front.get('/v1/properties')).data[0].businessDate
    const found = async (number: string) =>
      (await this.front.get(`/v1/members?q=${number}`)).data[0]
    this.member = await found('M1001')
    this.other = await found('M1002')
    this.poor = await found('M1004')
    const types = (await this.front.get(`/v1/room-types?propertyId=${this.inn.property}`)).data
    this.types = Object.fromEntries(
      types.map((type: { code: string; id: string }) => [type.code, type.id]),
    )
  }

  sell(member: { id: string }, type: string, inDays: number, count: number) {
    return this.front.post('/v1/orders', {
      propertyId: this.inn.property,
      memberId: member.id,
      stays: [
        {
          roomTypeId: this.types[type],
          checkIn: addDays(this.today, inDays),
          checkOut: addDays(this.today, inDays + 1),
          count,
          guestsPerRoom: 1,
        },
      ],
    })
  }

  preview(orderId: string, stayIds: string[]) {
    return this.front.get(`/v1/orders/${orderId}/cancellation-preview?stayIds=${stayIds.join(',')}`)
  }

  async askToCancel(orderId: string, stayIds: string[]) {
    const { digest } = await this.preview(orderId, stayIds)
    const answer = await this.front.post(`/v1/orders/${orderId}/cancel`, {
      stayIds,
      reason: '予定変更',
      digest,
    })
    return answer.approval
  }
}

/** Another company's house in the same books, and somebody who may do everything there. */
export async function otherIssuer(inn: TestHouse) {
  const [issuer, property] = [
    '00000000-0000-7000-8000-000900000001',
    '00000000-0000-7000-8000-000900000002',
  ]
  await asOwner(inn, async (sql) => {
    await sql.run("insert into issuers (id, name) values ($1, '別会社')", [issuer])
    await sql.run(
      `insert into properties (id, issuer_id, code, name, name_en) values ($1, $2, 'elsewhere', '別会社の宿', 'Elsewhere')`,
      [property, issuer],
    )
  })
  const login = await hire(inn, 'alien', property, ['front', 'manager', 'accounting', 'operator'])
  return { issuer, property, client: await signedIn(inn.url, login) }
}

/** Somebody who works at a property, with a login to sign in with. */
export async function hire(
  inn: TestHouse,
  login: string,
  propertyId: string,
  roles: readonly ('front' | 'manager' | 'accounting' | 'operator')[],
) {
  const password = `${login}-password-of-a-test`
  await runVerb(inn.house, { actor: SYSTEM_ACTOR, requestId: 'test' }, hireStaff, {
    login,
    displayName: login,
    passwordHash: await hashPassword(password),
    propertyId,
    roles,
  })
  return { kind: 'staff', login, password }
}
