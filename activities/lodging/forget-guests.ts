import type { Context } from '../platform/context.ts'

/**
 * Destroys the keys of register entries whose three years are over (japan.md 3d, 3f): every version of
 * them is unreadable from then on, in every copy of the books made later. Repeating it changes nothing.
 *
 * @returns how many were forgotten
 */
export async function forgetGuests(context: Context): Promise<number> {
  const { sql, now } = context
  const forgotten = await sql.rows<{ property_id: string; guests: number }>(
    `with gone as (
       update guest_entries e set wrapped_key = null, destroyed_at = $1
       from properties p where p.id = e.property_id and e.wrapped_key is not null
         and e.retain_until < (($1::timestamptz at time zone p.time_zone)::date)
       returning e.property_id
     ) select property_id, count(*)::int as guests from gone group by property_id order by property_id`,
    [now],
  )
  for (const { property_id: propertyId, guests } of forgotten) {
    context.audit({
      verb: 'guest_register.forgotten',
      subject: { kind: 'property', id: propertyId },
      propertyId,
      after: { guests },
    })
  }
  return forgotten.reduce((sum, one) => sum + one.guests, 0)
}
