import type { AuditEvent, NewMember } from '../api/records.ts'

type IdentityType = NewMember['identity']['type']
type Value = string | { readonly type: IdentityType; readonly number: string } | null

const FIELDS = ['name', 'kana', 'birthDate', 'phone', 'email', 'identity'] as const

export type Change = {
  readonly field: (typeof FIELDS)[number]
  readonly before: Value
  readonly after: Value
  /** There was nothing before: the member was new. */
  readonly isNew: boolean
}

/** What of a person an entry of the trail changed; nothing of somebody erased, whose values nobody opens. */
export function changesOf({ verb, before, after }: AuditEvent): readonly Change[] {
  const isNew = verb === 'member.registered'
  if (!after || (!isNew && verb !== 'member.edited')) return []
  return FIELDS.flatMap((field) => {
    if (!(field in after)) return []
    const change = { field, before: valueOf(before?.[field]), after: valueOf(after[field]), isNew }
    const isSame = JSON.stringify(change.before) === JSON.stringify(change.after)
    return isSame ? [] : [change]
  })
}

const valueOf = (value: unknown): Value => (value === undefined ? null : (value as Value))
