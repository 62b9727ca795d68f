import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { DomainError } from '../../domain/platform/errors.ts'

/** OWASP's argon2id setting for an interactive sign-in: 19 MiB, 2 passes. About 23 ms of one core. */
const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1
const TAG_BYTES = 32
const SALT_BYTES = 16

const derive = promisify(argon2) as (
  algorithm: 'argon2id',
  parameters: Argon2Parameters,
) => Promise<Buffer>

/** Hashing is heavy on purpose: at most two at a time, and a short queue, so that it never starves the desk. */
const RUNNING_MAX = 2
const WAITING_MAX = 32
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= RUNNING_MAX) {
    if (waiting.length >= WAITING_MAX) throw new DomainError('rate_limited', { seconds: 2 })
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

const tagOf = (
  password: string,
  nonce: Buffer,
  memory: number,
  passes: number,
  parallelism: number,
) =>
  inTurn(() =>
    derive('argon2id', {
      message: Buffer.from(password.normalize('NFKC')),
      nonce,
      memory,
      passes,
      parallelism,
      tagLength: TAG_BYTES,
    }),
  )

/** The PHC string of a password, with its own random salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await tagOf(password, salt, MEMORY_KIB, PASSES, LANES)
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(salt)}$${base64(tag)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/

/** Compared in constant time. `stored` null (nobody of that name) costs as much as a wrong password. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = PHC.exec(stored ?? (await absentHash()))
  if (!parts) return false
  const [, memory, passes, lanes, salt = '', tag = ''] = parts
  const actual = await tagOf(
    password,
    Buffer.from(salt, 'base64'),
    Number(memory),
    Number(passes),
    Number(lanes),
  )
  return timingSafeEqual(actual, Buffer.from(tag, 'base64')) && stored !== null
}

let absent: Promise<string> | undefined
function absentHash(): Promise<string> {
  absent ??= hashPassword(randomBytes(16).toString('hex'))
  return absent
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
