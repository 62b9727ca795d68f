import type { Sql } from '../../db/platform/sql.ts'

export type HouseAccountKind =
  | 'cash'
  | 'advance_received'
  | 'lodging_revenue'
  | 'cancellation_revenue'

/** The id of a property's own account, made when it is first needed. */
export async function houseAccount(
  sql: Sql,
  kind: HouseAccountKind,
  propertyId: string,
): Promise<string> {
  const { id } = await sql.one<{ id: string }>(
    'select house_account(p.issuer_id, $1, p.id) as id from properties p where p.id = $2',
    [kind, propertyId],
  )
  return id
}
