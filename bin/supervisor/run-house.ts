import { ConfigError, loadConfig } from '../config.ts'
import { StartError } from '../embedded/start-error.ts'
import { type House, type Programs, openHouse } from './house.ts'
import { say } from './say.ts'

/**
 * The whole life of `npm start`: open, serve until somebody says stop, close.
 * A person's mistake ends with a sentence; only a mistake of ours ends with a stack trace.
 */
export async function runHouse(projectFolder: string, programs: Programs): Promise<void> {
  let house: House | undefined
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => (closing ??= house?.close() ?? Promise.resolve())

  // npm passes the terminal's Ctrl-C on to us a second time: closing again is the same closing.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!closing) say('')
      void close().then(() => process.exit(0))
    })
  }
  try {
    house = await openHouse(loadConfig(process.env), projectFolder, programs, say)
    await house.opened
  } catch (error) {
    // A start that was told to stop fails on the way; that is no news.
    if (closing) return
    say(explain(error))
    await close()
    process.exit(1)
  }
}

function explain(error: unknown): string {
  const isPersons = error instanceof StartError || error instanceof ConfigError
  return `\n${isPersons ? error.message : (error as Error).stack}\n`
}
