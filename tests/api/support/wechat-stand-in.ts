import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WechatSettings } from '../../../activities/gateways/wechat.ts'

const MINI = { appId: 'wx-mini', secret: 'mini-secret-mini-secret' }
const OFFICIAL = { appId: 'wx-official', secret: 'official-secret-official' }

/**
 * A local server that speaks WeChat's published sign-in interface: a code is good once, and what it is good
 * for stands in it (`open-<openid>`). Other codes make it misbehave: `errcode-<n>`, `status-<n>`, `html`, `list`,
 * `nameless`, `silent`, `cut`.
 */
export async function wechatStandIn() {
  const used = new Set<string>()
  const asked: string[] = []
  const held = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    asked.push(url.pathname)
    const isMini = url.pathname === '/sns/jscode2session'
    const account = isMini ? MINI : OFFICIAL
    const code = url.searchParams.get(isMini ? 'js_code' : 'code') ?? ''
    const say = (body: object) => void response.end(JSON.stringify(body))
    if (url.searchParams.get('grant_type') !== 'authorization_code') return say({ errcode: 40002 })
    if (url.searchParams.get('appid') !== account.appId) return say({ errcode: 40013 })
    if (url.searchParams.get('secret') !== account.secret) return say({ errcode: 40125 })
    const [word, value = ''] = code.split(/-(.*)/)
    if (word === 'silent') return void held.add(response)
    if (word === 'cut') return void response.destroy()
    if (word === 'html') return void response.end('<html>gateway</html>')
    if (word === 'list') return void response.end('[]')
    if (word === 'status') return void response.writeHead(Number(value)).end('{}')
    if (word === 'errcode') return say({ errcode: Number(value), errmsg: 'secret words' })
    if (word === 'nameless') return say({ session_key: 'x' })
    if (word !== 'open') return say({ errcode: 40029, errmsg: 'invalid code' })
    if (used.has(code)) return say({ errcode: 40163, errmsg: 'code been used' })
    used.add(code)
    const openid = value.replace(/@.*/, '')
    return say(
      isMini ? { openid, session_key: 'k' } : { openid, access_token: 'a', scope: 'snsapi_base' },
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings: WechatSettings = { baseUrl, wechat: OFFICIAL, mini_program: MINI }
  return {
    settings,
    asked,
    async stop() {
      for (const response of held) response.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
