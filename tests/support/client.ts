import { randomUUID } from 'node:crypto'

export type Answer<T = Record<string, unknown>> = {
  readonly status: number
  readonly headers: Headers
  readonly body: T
  /** As they came: for files. */
  readonly bytes: Buffer
}

export type RequestOptions = {
  readonly body?: unknown
  /** Sent as it is: for bodies that are not JSON. */
  readonly raw?: string
  /** A file as the body. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array }
  readonly key?: string | null
  readonly version?: number | string
  readonly headers?: Readonly<Record<string, string>>
}

/** What a person's browser or a machine sends, without a browser. */
export type TestClient = {
  readonly cookie: string
  request<T = any>(method: string, path: string, options?: RequestOptions): Promise<Answer<T>> // eslint-disable-line @typescript-eslint/no-explicit-any -- answers are checked against their schemas by the house itself
  get<T = any>(path: string): Promise<T> // eslint-disable-line @typescript-eslint/no-explicit-any -- as above
  /** A command with a key of its own; fails the test unless it succeeds. */
  post<T = any>(path: string, body?: unknown, version?: number): Promise<T> // eslint-disable-line @typescript-eslint/no-explicit-any -- as above
}

export function clientFor(
  url: string,
  headers: Readonly<Record<string, string>>,
  cookie = '',
): TestClient {
  async function request(
    method: string,
    path: string,
    options: RequestOptions = {},
  ): Promise<Answer<never>> {
    const key = options.key === undefined ? randomUUID() : options.key
    const { raw, body, file } = options
    const hasBody = [raw, body, file].some((one) => one !== undefined)
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        'X-Choba-Request': '1',
        ...(hasBody ? { 'Content-Type': options.file?.type ?? 'application/json' } : {}),
        ...(method !== 'GET' && key !== null ? { 'Idempotency-Key': key } : {}),
        ...(options.version === undefined ? {} : { 'If-Match': `"${options.version}"` }),
        ...headers,
        ...options.headers,
      },
      ...(hasBody ? { body: file ? Buffer.from(file.bytes) : (raw ?? JSON.stringify(body)) } : {}),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    const json = response.headers.get('content-type')?.includes('json') ?? false
    return {
      status: response.status,
      headers: response.headers,
      body: (json ? JSON.parse(bytes.toString('utf8')) : bytes.toString('utf8')) as never,
      bytes,
    }
  }
  async function succeed(method: string, path: string, options: RequestOptions): Promise<never> {
    const answer = await request(method, path, options)
    if (answer.status >= 300)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  return {
    cookie,
    request,
    get: (path) => succeed('GET', path, {}),
    post: (path, body = {}, version) =>
      succeed('POST', path, { body, ...(version === undefined ? {} : { version }) }),
  }
}

/** Signs in with a demo login. */
export async function signedIn(
  url: string,
  login: { kind: string; login: string; password: string },
): Promise<TestClient> {
  const { kind, login: name, password } = login
  const answer = await clientFor(url, {}).request('POST', '/v1/session', {
    body: { kind, login: name, password },
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (answer.status !== 201 || !cookie)
    throw new Error(`sign-in answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return clientFor(url, { Cookie: cookie }, cookie)
}
