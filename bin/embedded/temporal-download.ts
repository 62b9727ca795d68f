import { fromTarGz } from './archive-member.ts'
import type { Release } from './temporal-release.ts'

const CONNECT_LIMIT_MS = 8_000
const TOTAL_LIMIT_MS = 150_000
const SIZE_LIMIT = 200 * 1024 * 1024

/**
 * The official archive, unpacked in memory.
 * @param progress called with whole percents, ten at most
 */
export async function downloadOfficial(
  release: Release,
  progress: (percent: number) => void,
): Promise<Buffer> {
  const total = AbortSignal.timeout(TOTAL_LIMIT_MS)
  const connect = new AbortController()
  const timer = setTimeout(() => connect.abort(new Error('no answer')), CONNECT_LIMIT_MS)
  try {
    const response = await fetch(release.url, { signal: AbortSignal.any([total, connect.signal]) })
    clearTimeout(timer)
    if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`)
    return fromTarGz(await collect(response, progress), 'temporal')
  } catch (error) {
    throw new Error(`${new URL(release.url).host}: ${reasonOf(error)}`, { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

async function collect(response: Response, progress: (percent: number) => void): Promise<Buffer> {
  const expected = Number(response.headers.get('content-length')) || 0
  const chunks: Uint8Array[] = []
  let received = 0
  let told = 0
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    chunks.push(chunk)
    received += chunk.length
    if (received > SIZE_LIMIT) throw new Error('the archive is larger than any we know')
    const tens = expected > 0 ? Math.floor((received / expected) * 10) * 10 : 0
    if (tens > told) progress((told = tens))
  }
  return Buffer.concat(chunks)
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? cause.message : message
}
