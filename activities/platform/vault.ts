import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Sql } from '../../db/platform/sql.ts'

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What a value reads as once its person's key is destroyed. */
export const ERASED = '[erased]'

/**
 * Seals personal values (features.md, decision 29): AES-256-GCM under a key per member, which is itself
 * wrapped by a key derived from the master key. Layout: version 1 byte, nonce 12, tag 16, ciphertext.
 */
export type Vault = {
  /** A new member's wrapped key, to be stored with the member. */
  newWrappedKey(): Buffer
  /** `memberId` null: under the house's own key. */
  seal(sql: Sql, memberId: string | null, text: string): Promise<Buffer>
  /** Null once the key is destroyed. */
  open(sql: Sql, memberId: string | null, sealed: Buffer): Promise<string | null>
  /** Under a key that lies with the record itself and is destroyed with it. */
  sealUnder(wrappedKey: Buffer, text: string): Buffer
  openUnder(wrappedKey: Buffer, sealed: Buffer): string
  /** Keyed fingerprint of a text for a purpose; equal texts have equal fingerprints. */
  fingerprint(purpose: string, text: string): Buffer
}

/** @param masterKey base64 of 32 bytes */
export function createVault(masterKey: string): Vault {
  const master = Buffer.from(masterKey, 'base64')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'choba', purpose, 32))
  const wrapping = derive('wrapping')
  const house = derive('house')
  const fingerprints = derive('fingerprints')

  async function keyOf(sql: Sql, memberId: string | null): Promise<Buffer | null> {
    if (memberId === null) return house
    const row = await sql.maybe<{ wrapped_key: Buffer | null }>(
      'select wrapped_key from member_keys where member_id = $1',
      [memberId],
    )
    return row?.wrapped_key ? decrypt(wrapping, row.wrapped_key) : null
  }

  return {
    newWrappedKey: () => encrypt(wrapping, randomBytes(32)),
    async seal(sql, memberId, text) {
      const key = await keyOf(sql, memberId)
      if (!key) throw new Error('the member has no key')
      return encrypt(key, Buffer.from(text, 'utf8'))
    },
    async open(sql, memberId, sealed) {
      const key = await keyOf(sql, memberId)
      return key ? decrypt(key, sealed).toString('utf8') : null
    },
    sealUnder: (wrappedKey, text) =>
      encrypt(decrypt(wrapping, wrappedKey), Buffer.from(text, 'utf8')),
    openUnder: (wrappedKey, sealed) =>
      decrypt(decrypt(wrapping, wrappedKey), sealed).toString('utf8'),
    fingerprint: (purpose, text) =>
      createHmac('sha256', fingerprints).update(purpose).update('\0').update(text).digest(),
  }
}

function encrypt(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION) throw new Error('sealed under an unknown scheme')
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAuthTag(tag)
  return Buffer.concat([
    decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ])
}
