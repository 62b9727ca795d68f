import { type TestServices, startServices } from './services.ts'

const holder = globalThis as { testServices?: TestServices }

/** Gives a plain `npx jest tests/x` the servers that `npm test` starts once for all suites. */
export default async function globalSetup(): Promise<void> {
  const given = ['TEST_DATABASE_OWNER_URL', 'TEST_DATABASE_APP_URL', 'TEST_TEMPORAL_ADDRESS']
  if (given.every((name) => process.env[name])) return
  const services = await startServices()
  holder.testServices = services
  process.env.TEST_DATABASE_OWNER_URL = services.ownerUrl
  process.env.TEST_DATABASE_APP_URL = services.appUrl
  process.env.TEST_TEMPORAL_ADDRESS = services.temporalAddress
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void services.stop().finally(() => process.exit(130)))
  }
}
