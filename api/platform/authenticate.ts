import type { CookieOptions, Request, Response } from 'express'
import type { Person } from '../../domain/platform/actor.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { House } from '../../activities/platform/house.ts'
import {
  personOfSession,
  personOfToken,
  SESSION_HOURS,
} from '../../activities/platform/sessions.ts'

/** Over TLS the name binds the cookie to this host; on a laptop's plain HTTP a browser would refuse it. */
const cookieName = (request: Request) => (request.secure ? '__Host-choba_session' : 'choba_session')

const cookieOptions = (request: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  secure: request.secure,
  path: '/',
})

export function setSessionCookie(request: Request, response: Response, token: string): void {
  response.cookie(cookieName(request), token, {
    ...cookieOptions(request),
    maxAge: SESSION_HOURS * 3_600_000,
  })
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(cookieName(request), cookieOptions(request))
}

export function sessionToken(request: Request): string | null {
  const wanted = `${cookieName(request)}=`
  const cookie = (request.headers.cookie ?? '').split('; ').find((part) => part.startsWith(wanted))
  const token = cookie?.slice(wanted.length)
  return token && /^[\w-]{43}$/.test(token) ? token : null
}

/** Whoever shows a token is judged by it alone: a cookie beside it does not count. */
const shownToken = (request: Request) =>
  /^bearer\b *(\S*)/i.exec(request.headers.authorization ?? '')?.[1] ?? null

/** @throws DomainError unauthenticated */
export async function authenticate(house: House, request: Request): Promise<Person> {
  const shown = shownToken(request)
  const person =
    shown === null
      ? await personOfCookie(house, sessionToken(request))
      : await personOfToken(house, shown)
  if (!person) throw new DomainError('unauthenticated')
  return person
}

const personOfCookie = async (house: House, token: string | null) =>
  token === null ? null : personOfSession(house, token)

/**
 * A browser sends the cookie by itself, so a command must show that our own page sent it: a header no
 * foreign form can set, and the browser's own word on where the request comes from.
 *
 * @throws DomainError cross_site_request
 */
export function assertSameSite(request: Request): void {
  // No foreign page can send one, so it needs no other proof.
  if (shownToken(request) !== null) return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const sameOrigin =
    origin === undefined || origin === `${request.protocol}://${request.headers.host}`
  const fine = site === undefined ? sameOrigin : site === 'same-origin' || site === 'none'
  if (!fine || request.headers['x-choba-request'] === undefined)
    throw new DomainError('cross_site_request')
}
