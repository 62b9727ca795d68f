import type { Context } from '../platform/context.ts'

/** A member's mail address was corrected: what bounced off the old one is nobody's task any more. */
export async function closeBounces({ sql, now }: Context, memberId: string): Promise<void> {
  await sql.run(
    `update cases c set closed_at = $2 from messages m
     where c.kind in ('mail_bounced', 'mail_failed') and c.subject_kind = 'message' and c.closed_at is null
       and m.id = c.subject_id and m.member_id = $1`,
    [memberId, now],
  )
}
