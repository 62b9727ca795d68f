import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

/** JSON for machines, readable lines in a terminal. What could be personal or secret never gets in. */
export function createLogger(config: Config, name: string): Logger {
  const pretty =
    config.LOG_FORMAT === 'pretty' || (config.LOG_FORMAT === 'auto' && process.stdout.isTTY)
  return pino({
    name,
    level: config.LOG_LEVEL,
    redact: ['password', '*.password', 'headers.cookie', 'headers.authorization'],
    // PostgreSQL quotes the offending values in `detail` and the statement in `query`: not for a log.
    serializers: { err: (error: Error) => safeError(error) },
    ...(pretty
      ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } }
      : {}),
  })
}

function safeError(error: Error & { code?: unknown }, depth = 0): object {
  const cause =
    error.cause instanceof Error && depth < 3 ? { cause: safeError(error.cause, depth + 1) } : {}
  return {
    type: error.name,
    message: error.message.split('\n')[0],
    code: error.code,
    // The message may go on over several lines ("Failing row contains …"): only where it happened.
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 7),
    ...cause,
  }
}
