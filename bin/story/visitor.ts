import { randomUUID } from 'node:crypto'

export type Login = { readonly kind: string; readonly login: string; readonly password: string }

/** What came back: the answer's fields are read as the API documents them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a story reads answers like a person, not like a compiler
export type Answer = any

/** Somebody who uses the house over HTTP with a seeded login, and in no other way. */
export type Visitor = {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body?: object, version?: number) => Promise<Answer>
  /** The refusal's code; null when it was accepted. */
  readonly refused: (path: string, body: object, version?: number) => Promise<string | null>
}

export async function enter(url: string, login: Login): Promise<Visitor> {
  const cookie = await signIn(url, login)

  async function send(
    method: string,
    path: string,
    body?: object,
    version?: number,
  ): Promise<{ status: number; body: Answer }> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        Cookie: cookie,
        'X-Choba-Request': '1',
        'Accept-Language': 'en',
        ...(method === 'GET'
          ? {}
          : { 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/json' }),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    })
    return { status: response.status, body: await response.json() }
  }
  async function succeed(
    method: string,
    path: string,
    body?: object,
    version?: number,
  ): Promise<Answer> {
    const answer = await send(method, path, body, version)
    if (answer.status < 300) return answer.body
    throw new Error(
      `${method} ${path} was refused with ${answer.status}: ${answer.body.detail ?? ''} ${JSON.stringify(answer.body.errors ?? [])}`,
    )
  }
  return {
    get: (path) => succeed('GET', path),
    post: (path, body, version) => succeed('POST', path, body, version),
    async refused(path, body, version) {
      const answer = await send('POST', path, body, version)
      return answer.status < 300 ? null : String(answer.body.code)
    },
  }
}

async function signIn(url: string, { kind, login, password }: Login): Promise<string> {
  const response = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Choba-Request': '1' },
    body: JSON.stringify({ kind, login, password }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (response.status !== 201 || !cookie)
    throw new Error(`${login} could not sign in: ${response.status}`)
  return cookie
}
