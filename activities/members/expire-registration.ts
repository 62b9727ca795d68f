import type { Context } from '../platform/context.ts'

/** Nobody answered the mail: what was typed and where it was sent to are forgotten. */
export async function expireRegistration(context: Context, input: { id: string }): Promise<void> {
  const { sql, now } = context
  const ended = await sql.maybe<{ property_id: string }>(
    `update registrations set status = 'expired', sealed = null, ended_at = $2
     where id = $1 and status = 'pending' and expires_at <= $2 returning property_id`,
    [input.id, now],
  )
  if (!ended) return
  await sql.run('select forget_registration_mails($1)', [input.id])
  context.audit({
    verb: 'registration.expired',
    subject: { kind: 'registration', id: input.id },
    propertyId: ended.property_id,
  })
}
