import type { LetterSender } from '../../domain/messages/letter.ts'
import type { Language } from '../../domain/platform/errors.ts'
import type { Sql } from '../platform/sql.ts'

/** A property's letterhead in a language; the Japanese address where there is no other. */
export const findLetterSender = (sql: Sql, propertyId: string, language: Language) =>
  sql.one<LetterSender>(
    `select case $2 when 'ja' then name else name_en end as name,
       case $2 when 'ja' then postal_address else coalesce(postal_address_en, postal_address) end as address,
       phone, email from properties where id = $1`,
    [propertyId, language],
  )
