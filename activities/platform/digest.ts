import { createHash } from 'node:crypto'
import { canonicalJson } from '../../domain/platform/canonical-json.ts'

/** SHA-256 of the canonical JSON of what a person saw, in hex (decision 18). */
export const digestOf = (value: unknown) =>
  createHash('sha256').update(canonicalJson(value)).digest('hex')
