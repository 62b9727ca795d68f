import type { Sql } from '../platform/sql.ts'

export type DuplicateRow = {
  id: string
  number: string
  name: string
  kana: string
  phone: string
  birthDate: string
  samePerson: boolean
  samePhone: boolean
}

const SHOWN_MAX = 10

/** Who may be the same person: the same reading and date of birth, or the same telephone. */
export const findDuplicates = (
  sql: Sql,
  issuerId: string,
  person: { readonly kana: string; readonly birthDate: string; readonly phone: string },
) =>
  sql.rows<DuplicateRow>(
    `select m.id, m.number, m.name, m.kana, m.phone, m.birth_date as "birthDate",
       m.kana_key = search_key($2) and m.birth_date = $3::date as "samePerson",
       coalesce(m.phone_key = phone_key($4), false) as "samePhone"
     from members m where m.issuer_id = $1 and m.erased_at is null
       and ((m.kana_key = search_key($2) and m.birth_date = $3::date) or m.phone_key = phone_key($4))
     order by "samePerson" desc, m.number limit ${SHOWN_MAX}`,
    [issuerId, person.kana, person.birthDate, person.phone],
  )
