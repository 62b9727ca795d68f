import { connectLazily } from '../activities/gateways/temporal-connection.ts'
import { processesOn } from '../activities/gateways/temporal-processes.ts'
import { type Finding, verifyBooks } from '../activities/platform/verify-books.ts'
import { openDatabase } from '../db/platform/database.ts'
import { applicationDatabaseUrl, ConfigError, requireSetting } from './config.ts'
import { runningHouse } from './running-house.ts'

/** `npm run verify`: the house audits itself; exit code 1 when something is wrong. */
async function verify(): Promise<boolean> {
  const config = runningHouse(process.env)
  const database = await openDatabase({
    url: applicationDatabaseUrl(config),
    pool: 2,
    name: 'choba-verify',
  })
  const connection = connectLazily({
    address: requireSetting(config, 'TEMPORAL_ADDRESS'),
    namespace: config.TEMPORAL_NAMESPACE,
    tls: config.TEMPORAL_TLS,
    apiKey: config.TEMPORAL_API_KEY,
  })
  try {
    const processes = processesOn(connection, config.TEMPORAL_NAMESPACE)
    const findings = await verifyBooks(database.sql, async ({ process: kind, id }) => {
      const { standing } = await processes.standing({ kind, id })
      return standing === 'running'
    })
    print(findings)
    return findings.every((finding) => finding.wrong === 0)
  } finally {
    await connection.close()
    await database.close()
  }
}

function print(findings: readonly Finding[]): void {
  for (const { name, count, wrong, first } of findings) {
    const verdict = wrong === 0 ? 'ok   ' : 'WRONG'
    console.log(
      `${verdict}  ${String(count).padStart(8)}  ${name}${first ? `\n         ${wrong} wrong, the first: ${first}` : ''}`,
    )
  }
  const wrong = findings.filter((finding) => finding.wrong > 0).length
  console.log(
    wrong === 0
      ? `\nAll ${findings.length} checks hold.`
      : `\n${wrong} of ${findings.length} checks do not hold.`,
  )
}

try {
  process.exitCode = (await verify()) ? 0 : 1
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
