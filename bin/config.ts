import { Type, type Static } from 'typebox'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { WechatSettings } from '../activities/gateways/wechat.ts'

/**
 * Every environment variable the house reads, in one schema. A value that does not fit stops the
 * start with the variable's name and what was expected; nothing else in the code reads `process.env`.
 */
const ConfigSchema = Type.Object({
  PORT: Type.Integer({ minimum: 0, maximum: 65535, default: 3000 }),
  HOST: Type.String({ minLength: 1, default: '127.0.0.1' }),
  /** How many proxies stand before us and may be believed about address and TLS. */
  TRUST_PROXY: Type.Integer({ minimum: 0, maximum: 10, default: 0 }),
  /** Owner connection: migrations, and (with the reduced role) the processes. Unset: embedded PostgreSQL. */
  DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
  /** Connection of API and worker as `choba_app`. Unset: DATABASE_URL with `role=choba_app`. */
  DATABASE_APP_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
  DATABASE_POOL: Type.Integer({ minimum: 2, maximum: 100, default: 8 }),
  /** host:port of a Temporal frontend. Unset: embedded Temporal. */
  TEMPORAL_ADDRESS: Type.Optional(Type.String({ pattern: '^[^:/]+:\\d+$' })),
  TEMPORAL_NAMESPACE: Type.String({ minLength: 1, default: 'default' }),
  TEMPORAL_API_KEY: Type.Optional(Type.String({ minLength: 1 })),
  TEMPORAL_TLS: Type.Boolean({ default: false }),
  /** Path of a Temporal CLI to use instead of the ones found. */
  TEMPORAL_CLI: Type.Optional(Type.String({ minLength: 1 })),
  /** Folder of the embedded servers' data, keys and logs. */
  CHOBA_DATA: Type.String({ minLength: 1, default: '.choba' }),
  /** Only a demo or a test house lets its clock be moved and seeds itself. */
  CHOBA_HOUSE: Type.Enum(['demo', 'test', 'production'], { default: 'demo' }),
  /** Base64 of 32 bytes: wraps each member's key and keys the fingerprints. `npm start` makes one. */
  CHOBA_MASTER_KEY: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' })),
  /** Where guests reach the house's pages: stands in mails. Unset: mails carry codes and no links. */
  PUBLIC_URL: Type.Optional(Type.String({ pattern: '^https?://[^#?]+$' })),
  /** WeChat's interface; the accounts are the house's own. Without an account its channel cannot be signed in by. */
  WECHAT_API_URL: Type.String({ pattern: '^https?://', default: 'https://api.weixin.qq.com' }),
  WECHAT_OFFICIAL_APP_ID: Type.Optional(Type.String({ minLength: 1 })),
  WECHAT_OFFICIAL_SECRET: Type.Optional(Type.String({ minLength: 1 })),
  WECHAT_MINI_APP_ID: Type.Optional(Type.String({ minLength: 1 })),
  WECHAT_MINI_SECRET: Type.Optional(Type.String({ minLength: 1 })),
  /** An open house for `npm run story` to be told in. Unset: it opens one of its own. */
  CHOBA_URL: Type.Optional(Type.String({ pattern: '^https?://' })),
  /** smtp://[user:password@]host[:port] or smtps://…; percent-encoded. Unset: a demo's own mailbox, else mail waits. */
  SMTP_URL: Type.Optional(Type.String({ pattern: '^smtps?://[^\\s/?#]+/?$' })),
  /** The address every mail comes from; answers go to the property's own. */
  MAIL_FROM: Type.Optional(
    Type.String({
      pattern: '^[^\\s@<>"]+@[^\\s@<>"]+\\.[^\\s@<>"]+$',
      maxLength: 254,
    }),
  ),
  /** Where the demo's own mailbox listens for mail; `npm start` sets it. */
  MAILBOX_PORT: Type.Optional(Type.Integer({ minimum: 1, maximum: 65535 })),
  LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], { default: 'info' }),
  LOG_FORMAT: Type.Enum(['auto', 'pretty', 'json'], { default: 'auto' }),
})

export type Config = Static<typeof ConfigSchema>

const ajv = new Ajv2020({ strict: true, allErrors: true, coerceTypes: true, useDefaults: true })
// ajv-formats is CommonJS: under nodenext its default export is typed as the module itself.
;(addFormats as unknown as (instance: Ajv2020) => void)(ajv)
const validate = ajv.compile<Config>(ConfigSchema)

export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * @param env usually `process.env`; variables of no concern are ignored, empty ones count as unset
 * @throws ConfigError naming each wrong variable and what was expected (its value is never repeated)
 */
export function loadConfig(env: NodeJS.ProcessEnv): Readonly<Config> {
  const known = Object.keys(ConfigSchema.properties)
  const given = Object.fromEntries(
    known
      .filter((name) => env[name] !== undefined && env[name] !== '')
      .map((name) => [name, env[name]]),
  )
  if (!validate(given)) {
    const lines = (validate.errors ?? []).map((error) => {
      const name = error.instancePath.slice(1)
      return `${name}: ${error.message}${'allowedValues' in error.params ? ` (${error.params.allowedValues.join(', ')})` : ''}`
    })
    throw new ConfigError(`The configuration is not usable.\n  ${lines.join('\n  ')}`)
  }
  return Object.freeze(given as Config)
}

/** What `npm run api|worker|reconcile …` need and embedded start-up provides. */
export function requireSetting<K extends keyof Config>(
  config: Config,
  name: K,
): NonNullable<Config[K]> {
  const value = config[name]
  if (value === undefined || value === null) {
    throw new ConfigError(
      `${name} is not set. \`npm start\` sets it for its own servers; see README.`,
    )
  }
  return value
}

/** The application's own connection string: never the owner's rights. */
export function applicationDatabaseUrl(config: Config): string {
  if (config.DATABASE_APP_URL) return config.DATABASE_APP_URL
  const url = new URL(requireSetting(config, 'DATABASE_URL'))
  url.searchParams.set('options', '-c role=choba_app')
  return url.toString()
}

/** Both halves of an account, or none. */
export function wechatSettings(config: Config): WechatSettings {
  const account = (appId: string | undefined, secret: string | undefined) =>
    appId && secret ? { appId, secret } : null
  return {
    baseUrl: config.WECHAT_API_URL,
    wechat: account(config.WECHAT_OFFICIAL_APP_ID, config.WECHAT_OFFICIAL_SECRET),
    mini_program: account(config.WECHAT_MINI_APP_ID, config.WECHAT_MINI_SECRET),
  }
}
