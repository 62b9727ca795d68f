import { randomBytes } from 'node:crypto'
import type { IdentityDocument } from '../../domain/members/identity-document.ts'
import { type Role, type StaffActor, SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import { DEMO, seedMasters } from '../../db/seed/demo-masters.ts'
import { registerMember } from '../members/register-member.ts'
import { topUp } from '../points/top-up.ts'
import { furnishDemo } from './furnish-demo.ts'
import { furnishHousekeeping } from './furnish-housekeeping.ts'
import type { House } from './house.ts'
import { hashPassword } from './password.ts'
import { runVerb } from './run-verb.ts'
import { hireStaff } from './staff.ts'

export type DemoLogin = {
  readonly kind: 'staff' | 'member'
  readonly login: string
  readonly password: string
  readonly roles: readonly string[]
  readonly property: string
}

const [RIVER, HILL] = DEMO.properties
type StaffSeed = {
  login: string
  name: string
  roles: readonly Role[]
  at: (typeof DEMO.properties)[number]
}
const STAFF: readonly StaffSeed[] = [
  { login: 'front', name: '受付 川辺', roles: ['front'], at: RIVER },
  { login: 'manager', name: '支配人 川辺', roles: ['manager'], at: RIVER },
  { login: 'manager2', name: '副支配人 川辺', roles: ['manager'], at: RIVER },
  { login: 'accounting', name: '経理 川辺', roles: ['accounting'], at: RIVER },
  { login: 'operator', name: '管理 川辺', roles: ['operator'], at: RIVER },
  { login: 'housekeeping', name: '清掃 川辺', roles: ['housekeeping'], at: RIVER },
  { login: 'front-yamate', name: '受付 山手', roles: ['front'], at: HILL },
  { login: 'manager-yamate', name: '支配人 山手', roles: ['manager'], at: HILL },
]

type MemberSeed = {
  name: string
  kana: string
  phone: string
  email: string | null
  birthDate: string
  identity: IdentityDocument
  points: number
}
const MEMBERS: readonly MemberSeed[] = [
  {
    name: '見本 さくら',
    kana: 'ミホン サクラ',
    phone: '03-0000-0001',
    email: 'sakura@example.com',
    birthDate: '1990-04-03',
    identity: { type: 'driving_licence', number: '300000000011' },
    points: 120_000,
  },
  {
    name: '見本 いちろう',
    kana: 'ミホン イチロウ',
    phone: '03-0000-0002',
    email: 'ichiro@example.com',
    birthDate: '1984-12-30',
    identity: { type: 'passport', number: 'TZ0000002' },
    points: 60_000,
  },
  {
    name: '見本 はなこ',
    kana: 'ミホン ハナコ',
    phone: '03-0000-0003',
    email: null,
    birthDate: '2000-02-29',
    identity: { type: 'residence_card', number: 'AB00000003CD' },
    points: 5_000,
  },
  {
    name: 'Sample Alex',
    kana: 'サンプル アレックス',
    phone: '+1 555 0100',
    email: 'alex@example.com',
    birthDate: '1979-07-15',
    identity: { type: 'foreign_id', number: 'SAMPLE-0004' },
    points: 0,
  },
]

/**
 * Sets a demo or test house up: masters, people and members with points, made by the same verbs as
 * everything later. What is there already stays; only the passwords are new, so that a set-up cut short
 * (or a lost list of logins) is mended by running it again.
 */
export async function seedHouse(house: House): Promise<DemoLogin[]> {
  await house.database.transaction(async (_em, sql) => {
    const there = await sql.maybe('select from issuers where id = $1', [DEMO.issuerId])
    if (!there) await seedMasters(sql)
  })
  const logins: DemoLogin[] = []
  for (const staff of STAFF) logins.push(await seedStaff(house, staff))
  for (const member of MEMBERS) logins.push(await seedMember(house, member))
  await furnishOnce(house)
  return logins
}

/** A demo house, before its first order, is given a day in the middle of its life. */
async function furnishOnce(house: House): Promise<void> {
  const { sql } = house.database
  const empty = await sql.maybe(
    "select from clock where house = 'demo' and not exists (select from orders)",
  )
  if (!empty) return
  const front = await staffActor(house, 'front')
  await furnishDemo(house, RIVER.id, front)
  await furnishHousekeeping(house, RIVER.id, front, await staffActor(house, 'housekeeping'))
}

/** Somebody of the first property, by a login that is also the name of the role. */
async function staffActor(house: House, login: Role): Promise<StaffActor> {
  const { id } = await house.database.sql.one<{ id: string }>(
    'select id from staff where login = $1',
    [login],
  )
  const roles = [{ role: login, propertyId: RIVER.id, issuerId: DEMO.issuerId }]
  return { kind: 'staff', id, displayName: '', locale: 'ja', memberId: null, roles }
}

const CALL = { actor: SYSTEM_ACTOR, requestId: 'seed' }

async function seedStaff(house: House, staff: StaffSeed): Promise<DemoLogin> {
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  const renewed = await house.database.sql.run(
    'update staff set password_hash = $2 where login = $1',
    [staff.login, passwordHash],
  )
  if (renewed === 0) {
    await runVerb(house, CALL, hireStaff, {
      login: staff.login,
      displayName: staff.name,
      passwordHash,
      propertyId: staff.at.id,
      roles: staff.roles,
    })
  }
  return {
    kind: 'staff',
    login: staff.login,
    password,
    roles: staff.roles,
    property: staff.at.name,
  }
}

async function seedMember(house: House, { points, ...member }: MemberSeed): Promise<DemoLogin> {
  const { sql } = house.database
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  const seeded = [DEMO.issuerId, member.kana, member.birthDate]
  const find =
    'select id, number from members where issuer_id = $1 and kana = $2 and birth_date = $3'
  const renewed = await sql.maybe<{ id: string; number: string }>(find, seeded)
  if (renewed) {
    await sql.run('update members set password_hash = $2 where id = $1', [renewed.id, passwordHash])
  } else {
    const registration = {
      ...member,
      issuerId: DEMO.issuerId,
      channel: 'desk' as const,
      passwordHash,
    }
    const { output } = await runVerb(house, CALL, registerMember, registration)
    if (points > 0) {
      await runVerb(house, CALL, topUp, {
        memberId: output.memberId,
        propertyId: RIVER.id,
        amount: points,
      })
    }
  }
  const { number } = renewed ?? (await sql.one<{ id: string; number: string }>(find, seeded))
  return { kind: 'member', login: number, password, roles: ['member'], property: '' }
}

const newPassword = () => randomBytes(9).toString('base64url')
