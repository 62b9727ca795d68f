import { type Config, ConfigError, loadConfig } from './config.ts'

/**
 * What a process makes of its configuration, or its end: one message on the terminal, exit code 2.
 *
 * @param use picks what the process needs; a missing setting ends it the same way as a wrong one
 * @param read the environment alone, unless told otherwise
 */
export function configured<T>(
  use: (config: Readonly<Config>) => T,
  read: (env: NodeJS.ProcessEnv) => Readonly<Config> = loadConfig,
): T {
  try {
    return use(read(process.env))
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    return process.exit(2)
  }
}
