import type { Request, Response } from 'express'
import type { Static, TObject, TSchema } from 'typebox'
import type { Action, Belonging } from '../../domain/platform/permissions.ts'
import type { Person } from '../../domain/platform/actor.ts'
import type { ErrorCode, Language } from '../../domain/platform/errors.ts'
import type { Sql } from '../../db/platform/sql.ts'
import type { Context } from '../../activities/platform/context.ts'
import type { House } from '../../activities/platform/house.ts'
import type { Answer } from './schemas.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** What arrived, checked against the route's schemas. */
export type Given<P extends TObject, Q extends TObject, B extends TSchema> = {
  readonly params: Static<P>
  readonly query: Static<Q>
  readonly body: Static<B>
  /** From If-Match; only where the route asks for it. */
  readonly version: number
  readonly language: Language
}

export type Reader = { readonly sql: Sql; readonly actor: Person; readonly house: House }

type Common<P extends TObject, Q extends TObject, B extends TSchema, O extends TSchema> = {
  readonly method: Method
  /** With `{name}` for parameters, as OpenAPI writes it. */
  readonly path: string
  readonly operationId: string
  /** The noun whose folder it lies in. */
  readonly tag: string
  readonly summary: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly status?: number
  readonly output: O
  /** What it may answer besides the refusals every route shares. */
  readonly problems?: readonly ErrorCode[]
  /** Whose record it is about; null when there is none. Without it the handler limits itself to what the actor may see. */
  readonly subject?: (sql: Sql, given: Given<P, Q, B>, actor: Person) => Promise<Belonging | null>
}
type Guarded = { readonly permission: Action }

export type QueryRoute<
  P extends TObject,
  Q extends TObject,
  B extends TSchema,
  O extends TSchema,
> = Common<P, Q, B, O> &
  Guarded & {
    readonly kind: 'query'
    readonly handle: (reader: Reader, given: Given<P, Q, B>) => Promise<Answer<O>>
  }
export type CommandRoute<
  P extends TObject,
  Q extends TObject,
  B extends TSchema,
  O extends TSchema,
> = Common<P, Q, B, O> &
  Guarded & {
    readonly kind: 'command'
    /** An edit or a decision: If-Match carries the version that was on screen. */
    readonly ifMatch?: true
    /** Runs inside the command's one transaction. */
    readonly handle: (context: Context, given: Given<P, Q, B>) => Promise<Answer<O>>
  }

/** A file that arrives as the body itself. */
export type Upload = {
  /** What may be sent: values of Content-Type. */
  readonly mediaTypes: readonly [string, ...string[]]
  readonly bytesMax: number
}
export type GivenFile<P extends TObject, Q extends TObject, X> = {
  readonly params: Static<P>
  readonly query: Static<Q>
  readonly language: Language
  /** As it was sent. */
  readonly file: Buffer
  /** What the route's `prepare` made of it. */
  readonly prepared: X
}

/** A command whose body is the raw bytes of one file: what is long work with them is done before its transaction. */
export type UploadRoute<P extends TObject, Q extends TObject, O extends TSchema, X> = Omit<
  Common<P, Q, TObject, O>,
  'body' | 'method'
> &
  Guarded & {
    readonly kind: 'upload'
    readonly method: 'post'
    readonly body?: never
    readonly upload: Upload
    /** Reads the bytes, or refuses them; nothing is locked or written while it works. */
    readonly prepare: (file: Buffer) => Promise<X>
    /** Runs inside the command's one transaction. */
    readonly handle: (context: Context, given: GivenFile<P, Q, X>) => Promise<Answer<O>>
  }

/** Signing in and out, and what the house says of itself: no session is needed, no key is kept. */
export type OpenRoute<
  P extends TObject,
  Q extends TObject,
  B extends TSchema,
  O extends TSchema,
> = Common<P, Q, B, O> & {
  readonly kind: 'open'
  readonly handle: (
    house: House,
    given: Given<P, Q, B>,
    request: Request,
    response: Response,
  ) => Promise<Answer<O>>
}

/** What a download hands out. */
export type Download = {
  /** One of the route's `media`. */
  readonly mediaType: string
  /** As the person is to find it in his folder; any script. */
  readonly fileName: string
  readonly bytes: Uint8Array
  /** Shown in place (a picture) or, without it, saved. */
  readonly inline?: boolean
  /** Cache-Control for what never changes under its address; without it nothing is kept. */
  readonly cacheControl?: string
}

/** GET of something that is not JSON: a PDF, a CSV, a picture. */
export type DownloadRoute<P extends TObject, Q extends TObject> = Omit<
  Common<P, Q, TObject, TSchema>,
  'method' | 'body' | 'output' | 'status'
> &
  Guarded & {
    readonly kind: 'download'
    readonly method: 'get'
    readonly body?: never
    readonly status?: never
    /** The media types it may answer with. */
    readonly media: readonly [string, ...string[]]
    readonly handle: (reader: Reader, given: Given<P, Q, TObject>) => Promise<Download>
  }

/** A route as everything but its own handler sees it. */
export type AnyRoute =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one place where handlers of all shapes meet
  | QueryRoute<any, any, any, any>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  | CommandRoute<any, any, any, any>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  | UploadRoute<any, any, any, any>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  | OpenRoute<any, any, any, any>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  | DownloadRoute<any, any>

/** GET and the like: reads what is committed. */
export function query<P extends TObject, Q extends TObject, B extends TSchema, O extends TSchema>(
  route: Omit<QueryRoute<P, Q, B, O>, 'kind'>,
): QueryRoute<P, Q, B, O> {
  return { ...route, kind: 'query' }
}

/** One transaction, one Idempotency-Key. */
export function command<P extends TObject, Q extends TObject, B extends TSchema, O extends TSchema>(
  route: Omit<CommandRoute<P, Q, B, O>, 'kind'>,
): CommandRoute<P, Q, B, O> {
  return { ...route, kind: 'command' }
}

/** As a command; the body is a file. */
export function upload<P extends TObject, Q extends TObject, O extends TSchema, X>(
  route: Omit<UploadRoute<P, Q, O, X>, 'kind' | 'method'>,
): UploadRoute<P, Q, O, X> {
  return { ...route, kind: 'upload', method: 'post' }
}

/** Reachable without a session. */
export function open<P extends TObject, Q extends TObject, B extends TSchema, O extends TSchema>(
  route: Omit<OpenRoute<P, Q, B, O>, 'kind'>,
): OpenRoute<P, Q, B, O> {
  return { ...route, kind: 'open' }
}

/** GET of a file: permission and subject are checked as everywhere. */
export function download<P extends TObject, Q extends TObject>(
  route: Omit<DownloadRoute<P, Q>, 'kind' | 'method'>,
): DownloadRoute<P, Q> {
  return { ...route, kind: 'download', method: 'get' }
}
