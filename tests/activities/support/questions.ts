import type { House } from '../../../activities/platform/house.ts'

/** What the books answer. */
export function questions(house: House) {
  const { sql } = house.database
  const value = async <T>(text: string, ...values: unknown[]): Promise<T> =>
    (await sql.one<{ value: T }>(`select (${text}) as value`, values)).value
  return {
    value,
    status: (stayId: string) =>
      value<string>('select status from order_lines where id = $1', stayId),
    orderStatus: (orderId: string) =>
      value<string>('select status from order_states where order_id = $1', orderId),
    requestStatus: (id: string) =>
      value<string>('select status from approval_requests where id = $1', id),
    balance: (memberId: string) =>
      value<number>('select sum(balance)::bigint from accounts where member_id = $1', memberId),
    nightsOf: (stayId: string) =>
      value<number>('select count(*)::int from room_nights where line_id = $1', stayId),
    /** What a kind of account holds of a line: its advance, its fee. */
    held: (kind: string, stayIds: readonly string[]) =>
      value<number>(
        `select coalesce(sum(e.amount), 0)::bigint from entries e join accounts a on a.id = e.account_id
         where a.kind = $1 and e.line_id = any($2::uuid[])`,
        kind,
        stayIds,
      ),
    trail: async (subjectId: string) =>
      (
        await sql.rows<{ verb: string }>(
          'select verb from audit_events where subject_id = $1 order by id',
          [subjectId],
        )
      ).map((row) => row.verb),
    told: async (id: string) =>
      (
        await sql.rows<{ process: string }>(
          'select process from outbox where subject_id = $1 order by id',
          [id],
        )
      ).map((row) => row.process),
    openCases: async (subjectId: string) =>
      (
        await sql.rows<{ kind: string }>(
          'select kind from cases where subject_id = $1 and closed_at is null',
          [subjectId],
        )
      ).map((row) => row.kind),
  }
}
