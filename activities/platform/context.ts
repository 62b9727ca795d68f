import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '../../domain/platform/actor.ts'
import type { Json } from '../../domain/platform/canonical-json.ts'
import type { ProcessKind } from '../../domain/platform/processes.ts'
import type { Sql } from '../../db/platform/sql.ts'
import type { Vault } from './vault.ts'

export type SubjectKind =
  | 'order'
  | 'stay'
  | 'guest'
  | 'room'
  | 'room_type'
  | 'room_block'
  | 'cleaning'
  | 'room_problem'
  | 'member'
  | 'registration'
  | 'approval'
  | 'message'
  | 'property'
  | 'staff'
  | 'token'
  | 'case'
  | 'clock'

export type Subject = { readonly kind: SubjectKind; readonly id: string }
export type Facts = { readonly [key: string]: Json | undefined }

/** One line of the trail: who and when come from the context. */
export type AuditEntry = {
  readonly verb: string
  readonly subject: Subject
  /** Whose trail shows it too, and which screens must look again. */
  readonly related?: readonly Subject[]
  readonly propertyId?: string | null
  readonly before?: Facts | null
  readonly after?: Facts | null
  /** A person's own values, sealed under that person's key before they are written. */
  readonly personal?: { readonly memberId: string; readonly before?: Facts; readonly after?: Facts }
  readonly reason?: string | null
}

/** Everything a verb may touch; nothing is global. */
export type Context = {
  /** MikroORM inside this verb's transaction: masters. */
  readonly em: EntityManager
  /** The same transaction in plain SQL: the hot verbs. */
  readonly sql: Sql
  readonly actor: Actor
  /** House time, read once at the beginning of the transaction. */
  readonly now: Date
  readonly requestId: string
  readonly vault: Vault
  /** Written with the transaction: the trail. */
  audit(entry: AuditEntry): void
  /** Written with the transaction, delivered after it: a process is to look at the books. */
  tell(process: ProcessKind, id: string): void
  /** Whose personal values the answer contains: it is stored under that member's key. */
  concerns(memberId: string): void
}

/** A verb does one thing in one transaction and returns what the caller is to see. */
export type Verb<Input, Output> = (context: Context, input: Input) => Promise<Output>
