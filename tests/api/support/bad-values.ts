/** Bad values by what a field is; every one of them must be refused, and with the field's name. */

/** Of another kind than the field, whatever the field is. */
const OTHER_KINDS: readonly unknown[] = [null, true, 12.5, 'text', [], {}, [[]], { $ne: null }]

const NUL = 'a\u0000b'
const LONE_SURROGATES = ['\ud83d', '見本\udc00', '\udc00\ud83d']
export const HUGE = 'あ'.repeat(5_000)

/** Never a fit, even where the kind is right. By the field's name, as a person would know it. */
const BY_NAME: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [
    /Ids?$/,
    ['1', 'urn:uuid:00000000-0000-7000-8000-000200000001', '-'.repeat(36), `${'0'.repeat(8)}-0000`],
  ],
  [
    /^(checkIn|checkOut|fromNight|untilNight|birthDate|date|day|from|until|pricedUntil|publishOn)$/,
    [
      '2026-02-30',
      '2025-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '20261224',
      '0000-01-01',
      '2026-12-24T00:00:00Z',
      ' 2026-12-24',
      '令和8年12月24日',
      '',
      '+010000-01-01',
    ],
  ],
  [
    /^(count|guestsPerRoom|capacity|amount|validDays|bySeconds|base|weekday)$/,
    [0, -1, 1e9, 1.5, '2', -0.5],
  ],
  [/^floor$/, [-6, 101, 2.5, 1e9, '2']],
  [/^(email)$/, ['nobody', 'a b@example.com', '@', `${'a'.repeat(250)}@example.com`, '']],
  [/^phone$/, ['1', '電話なし', "' or 1=1 --", '0'.repeat(31), '']],
  [/^login$/, ['A', 'with space', '../../etc', 'ü'.repeat(5), '']],
  [/^code$/, ['A B', 'x', 'ä', '']],
  [/^password$/, ['short', 'x'.repeat(201), '']],
  [/^digest$/, ['0'.repeat(63), 'z'.repeat(64), 'A'.repeat(64), '']],
  [/^(name|nameEn|kana|displayName|reason|number|note|report)$/, ['', '   ', '\u3000', '\n']],
]

export const isText = (value: unknown) => typeof value === 'string'

/** What this field must refuse. */
export function badValues(field: string, good: unknown): readonly unknown[] {
  const otherKinds = OTHER_KINDS.filter((value) => !fits(field, value, good))
  const named = BY_NAME.filter(([pattern]) => pattern.test(field)).flatMap(([, values]) => values)
  const texts = isText(good) ? [NUL, ...LONE_SURROGATES, HUGE] : []
  const numbers = typeof good === 'number' ? [Number.MAX_SAFE_INTEGER, -1e300] : []
  return [...otherKinds, ...(Array.isArray(good) ? badLists(good) : named), ...texts, ...numbers]
}

const badLists = (good: readonly unknown[]) => [
  [],
  [null],
  [...good, 'x'],
  [good],
  Array.from({ length: 1_000 }, () => good[0]),
]

/** Right kind, and nothing more is asked of it. */
function fits(field: string, value: unknown, good: unknown): boolean {
  if (typeof value === 'boolean') return typeof good === 'boolean'
  if (value === null) return field === 'email'
  if (typeof value === 'string')
    return (
      isText(good) &&
      /^(name|nameEn|kana|displayName|reason|number|note|report|password|login|code|address|occupation|ticket)$/.test(
        field,
      )
    )
  return false
}

export type Mutation = { readonly pointer: string; readonly body: unknown }
type Path = readonly (string | number)[]

/** Every place of a body. */
function placesOf(value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] {
  if (value === null || typeof value !== 'object') return [[path, value]]
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [[path, value], ...inner.flatMap(([key, item]) => placesOf(item, [...path, key]))]
}

function changed(
  body: unknown,
  path: Path,
  change: (holder: Record<string, unknown>, key: string) => void,
) {
  const copy = structuredClone(body)
  const key = String(path.at(-1))
  let holder = copy as Record<string, unknown>
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string, unknown>
  change(holder, key)
  return copy
}

/** The field a place belongs to: items of a list are of the kind its name says. */
const fieldOf = (path: Path) => String(path.findLast((step) => typeof step === 'string'))

/** Each field of a good body with each of its bad values, one at a time. */
export function wrongValues(good: object): readonly Mutation[] {
  return placesOf(good)
    .filter(([path]) => path.length > 0)
    .flatMap(([path, value]) =>
      badValues(fieldOf(path), value).map((bad) => ({
        pointer: `/${path.join('/')}`,
        body: changed(good, path, (holder, key) => {
          holder[key] = bad
        }),
      })),
    )
}

/** Each field left out, where it may not be. */
export function missingFields(good: object, optional: readonly string[]): readonly Mutation[] {
  return placesOf(good)
    .filter(([path]) => typeof path.at(-1) === 'string' && !optional.includes(String(path.at(-1))))
    .map(([path]) => ({
      pointer: `/${path.join('/')}`,
      body: changed(good, path, (holder, key) => {
        delete holder[key]
      }),
    }))
}

/** A field nobody knows, in every object of the body; also the names JavaScript stumbles over. */
export function unknownFields(good: object): readonly Mutation[] {
  const names = ['unknownField', '__proto__', 'constructor', 'toString', 'id', 'status']
  return placesOf(good)
    .filter(([, value]) => value !== null && typeof value === 'object' && !Array.isArray(value))
    .flatMap(([path]) =>
      names.map((name) => ({
        pointer: `/${[...path, name].join('/')}`,
        body: changed(good, [...path, name], (holder, key) =>
          Object.defineProperty(holder, key, { value: { polluted: true }, enumerable: true }),
        ),
      })),
    )
}
