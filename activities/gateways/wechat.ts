import { DomainError } from '../../domain/platform/errors.ts'

/** Where members come from who sign in with an outside account. */
export type OutsideChannel = 'wechat' | 'mini_program'

export type WechatAccount = { readonly appId: string; readonly secret: string }
export type WechatSettings = {
  /** https://api.weixin.qq.com, or what stands in for it. */
  readonly baseUrl: string
  /** The official account (公衆号): OAuth in the WeChat browser. */
  readonly wechat: WechatAccount | null
  readonly mini_program: WechatAccount | null
}

export type Wechat = {
  /**
   * Whose code it is: the channel's own id of the person, the same at every sign-in.
   *
   * @throws DomainError channel_not_set_up, channel_code_wrong, rate_limited, temporarily_unavailable
   */
  openidOf(channel: OutsideChannel, code: string): Promise<string>
}

const TIMEOUT_MS = 5_000
const ANSWER_MAX_BYTES = 64 * 1024
const WAIT_S = 60
/** The published interface (developers.weixin.qq.com): the code is not good, or was used before. */
const CODE_WRONG = new Set([40029, 40163, 41008, 42003])
const TOO_OFTEN = new Set([45009, 45011])
const OPENID = /^[\w-]{6,128}$/

/** Signs people in by WeChat's published interface; each call is one GET, never inside a transaction. */
export function openWechat(settings: WechatSettings, timeoutMs = TIMEOUT_MS): Wechat {
  const addressOf = (channel: OutsideChannel, { appId, secret }: WechatAccount, code: string) => {
    const [path, codeName] =
      channel === 'mini_program'
        ? ['/sns/jscode2session', 'js_code']
        : ['/sns/oauth2/access_token', 'code']
    const url = new URL(path, settings.baseUrl)
    url.search = new URLSearchParams({
      appid: appId,
      secret,
      [codeName]: code,
      grant_type: 'authorization_code',
    }).toString()
    return url
  }

  return {
    async openidOf(channel, code) {
      const account = settings[channel]
      if (!account) throw new DomainError('channel_not_set_up')
      const answer = await ask(addressOf(channel, account, code), timeoutMs)
      const { errcode, openid } = answer
      if (typeof errcode === 'number' && errcode !== 0) throw refusalOf(errcode)
      if (typeof openid !== 'string' || !OPENID.test(openid)) throw away('no openid in the answer')
      return openid
    },
  }
}

/** The address holds the secret: whatever goes wrong is said without it. */
const away = (cause: string) =>
  new DomainError('temporarily_unavailable', {}, { cause: new Error(`WeChat: ${cause}`) })

function refusalOf(errcode: number): DomainError {
  if (CODE_WRONG.has(errcode)) return new DomainError('channel_code_wrong')
  if (TOO_OFTEN.has(errcode)) return new DomainError('rate_limited', { seconds: WAIT_S })
  return away(`errcode ${errcode}`)
}

async function ask(url: URL, timeoutMs: number): Promise<Record<string, unknown>> {
  const text = await read(url, timeoutMs)
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer === 'object' && answer !== null) return answer as Record<string, unknown>
  } catch {
    // Said below, without the text: nobody knows what stands in it.
  }
  throw away('the answer is no JSON object')
}

async function read(url: URL, timeoutMs: number): Promise<string> {
  let response: Response
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
    if (!response.ok) throw away(`status ${response.status}`)
    const text = await response.text()
    if (text.length > ANSWER_MAX_BYTES) throw away('the answer is too long')
    return text
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw away(error instanceof Error ? error.name : 'no answer')
  }
}
