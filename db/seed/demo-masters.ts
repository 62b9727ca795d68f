import { assertPolicy } from '../../domain/lodging/cancellation-policy.ts'
import { assertRateRules } from '../../domain/lodging/rate-rules.ts'
import type { Sql } from '../platform/sql.ts'

/** Fixed ids, so that every demo house is told the same story. */
const id = (group: number, n: number) =>
  `00000000-0000-7000-8000-${String(group).padStart(4, '0')}${String(n).padStart(8, '0')}`

export const DEMO = {
  issuerId: id(1, 1),
  properties: [
    {
      id: id(2, 1),
      code: 'kawabe',
      name: '川辺の宿',
      nameEn: 'Riverside Inn',
      address: '〒000-0001 見本県川辺市水際町1-2-3',
      addressEn: '1-2-3 Mizugiwa-cho, Kawabe, Mihon Prefecture 000-0001, Japan',
      phone: '03-0000-1001',
      email: 'desk@kawabe.example',
    },
    {
      id: id(2, 2),
      code: 'yamate',
      name: '山手の家',
      nameEn: 'Hillside House',
      address: '〒000-0002 見本県山手市坂上町4-5-6',
      addressEn: '4-5-6 Sakaue-cho, Yamate, Mihon Prefecture 000-0002, Japan',
      phone: '03-0000-2001',
      email: 'desk@yamate.example',
    },
  ],
} as const

const RATE_DAYS = 400

type TypeSeed = {
  code: string
  name: string
  nameEn: string
  capacity: number
  rate: number
  rooms: number
  floor: number
  areaM2: number
  equipment: readonly string[]
}
const TYPES: Readonly<Record<string, readonly TypeSeed[]>> = {
  kawabe: [
    {
      code: 'single',
      name: 'シングル',
      nameEn: 'Single',
      capacity: 1,
      rate: 8_000,
      rooms: 4,
      floor: 1,
      areaM2: 12.5,
      equipment: ['air_conditioner', 'tv', 'wifi', 'kettle', 'desk'],
    },
    {
      code: 'twin',
      name: 'ツイン',
      nameEn: 'Twin',
      capacity: 2,
      rate: 13_000,
      rooms: 5,
      floor: 2,
      areaM2: 22.5,
      equipment: [
        'air_conditioner',
        'tv',
        'water_heater',
        'wifi',
        'bath',
        'kettle',
        'refrigerator',
      ],
    },
    {
      code: 'suite',
      name: 'スイート',
      nameEn: 'Suite',
      capacity: 4,
      rate: 32_000,
      rooms: 2,
      floor: 3,
      areaM2: 48,
      equipment: [
        'air_conditioner',
        'tv',
        'water_heater',
        'wifi',
        'bath',
        'open_air_bath',
        'washlet',
        'kettle',
        'refrigerator',
        'tatami',
        'balcony',
      ],
    },
  ],
  yamate: [
    {
      code: 'double',
      name: 'ダブル',
      nameEn: 'Double',
      capacity: 2,
      rate: 11_000,
      rooms: 3,
      floor: 1,
      areaM2: 18,
      equipment: ['air_conditioner', 'tv', 'wifi', 'bath', 'kettle'],
    },
    {
      code: 'family',
      name: 'ファミリー',
      nameEn: 'Family',
      capacity: 5,
      rate: 21_000,
      rooms: 2,
      floor: 2,
      areaM2: 40,
      equipment: [
        'air_conditioner',
        'tv',
        'water_heater',
        'wifi',
        'bath',
        'kettle',
        'refrigerator',
        'microwave',
        'kitchen',
        'washing_machine',
        'tatami',
        'futon',
      ],
    },
  ],
}

/** Cancellation: free until a week before, then in steps to the day of arrival. */
const TIERS = [
  { daysBefore: 7, feePercent: 0 },
  { daysBefore: 6, feePercent: 20 },
  { daysBefore: 2, feePercent: 50 },
  { daysBefore: 0, feePercent: 100 },
]

const POLICY_VERSION = 1

/** Fridays, Saturdays and the eves of holidays cost a quarter more. */
function rulesOf(base: number) {
  const surcharge = { kind: 'percent' as const, value: 25 }
  const weekdays = [5, 6].map((weekday) => ({ weekday, surcharge }))
  return { base, weekdays, holidayEve: surcharge, seasons: [] }
}

/** One issuer with two properties, their rooms, a rate for every night of the next year and a policy. */
export async function seedMasters(sql: Sql): Promise<void> {
  await sql.run(
    "insert into issuers (id, name, point_validity_months) values ($1, '帳場デモ株式会社', 24)",
    [DEMO.issuerId],
  )
  assertPolicy({ version: POLICY_VERSION, tiers: TIERS })
  let group = 10
  for (const property of DEMO.properties) {
    await sql.run(
      `insert into properties (id, issuer_id, code, name, name_en, postal_address, postal_address_en, phone, email,
         registration_number) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'T0000000000000')`,
      [
        property.id,
        DEMO.issuerId,
        property.code,
        property.name,
        property.nameEn,
        property.address,
        property.addressEn,
        property.phone,
        property.email,
      ],
    )
    const dwellingId = id(group, 1)
    await sql.run(
      "insert into dwellings (id, property_id, name, licence) values ($1, $2, $3, 'home_sharing')",
      [dwellingId, property.id, `${property.name} 本館`],
    )
    await sql.run(
      'insert into cancellation_policies (property_id, version, tiers, published_at) values ($1, $2, $3, house_now())',
      [property.id, POLICY_VERSION, JSON.stringify(TIERS)],
    )
    for (const [index, type] of (TYPES[property.code] ?? []).entries()) {
      await seedType(sql, property.id, dwellingId, id(group + 1, index + 1), type)
    }
    group += 10
  }
}

async function seedType(
  sql: Sql,
  propertyId: string,
  dwellingId: string,
  typeId: string,
  type: TypeSeed,
): Promise<void> {
  await sql.run(
    'insert into room_types (id, property_id, code, name, name_en, capacity) values ($1, $2, $3, $4, $5, $6)',
    [typeId, propertyId, type.code, type.name, type.nameEn, type.capacity],
  )
  const numbers = Array.from({ length: type.rooms }, (_, index) =>
    String(type.floor * 100 + index + 1),
  )
  await sql.run(
    `insert into rooms (property_id, dwelling_id, room_type_id, number, floor, area_m2, equipment)
     select $1, $2, $3, n, $4, $6, $7 from unnest($5::text[]) n`,
    [propertyId, dwellingId, typeId, type.floor, numbers, type.areaM2, type.equipment],
  )
  const rules = rulesOf(type.rate)
  assertRateRules({ ...rules, pricedUntil: null })
  await sql.run(
    `insert into rate_rules (room_type_id, version, rules, saved_at, published_at)
     select $1, 1, $2::jsonb || jsonb_build_object('pricedUntil', house_now()::date + $3::int), house_now(), house_now() - interval '1 day'`,
    [typeId, JSON.stringify(rules), RATE_DAYS],
  )
}
