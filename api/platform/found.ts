import { DomainError } from '../../domain/platform/errors.ts'

/**
 * The record, or the answer that there is none.
 *
 * @throws DomainError not_found
 */
export function found<Row>(row: Row | null): Row {
  if (row === null) throw new DomainError('not_found')
  return row
}
