import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type DemoLogin = Readonly<{
  login: string
  password: string
  roles: readonly string[]
  property: string | null
}>

export type Opening = Readonly<{
  url: string
  temporalUi: string | undefined
  dataFolder: string
  seconds: number
}>

/** What a person needs to go on: the address, how to get in, where everything is, how to stop. */
export function banner(opening: Opening): string {
  const logins = demoLogins(join(opening.dataFolder, 'demo-logins.json'))
  return [
    '',
    `  帳場 Choba is open:  ${opening.url}   (after ${opening.seconds.toFixed(1)} s)`,
    '',
    ...logins,
    ...(opening.temporalUi ? [`  Processes (Temporal)   ${opening.temporalUi}`] : []),
    `  Data, keys and logs    ${opening.dataFolder}`,
    '  Stop                   Ctrl-C',
    '',
  ].join('\n')
}

function demoLogins(file: string): string[] {
  if (!existsSync(file)) return []
  const logins = JSON.parse(readFileSync(file, 'utf8')) as DemoLogin[]
  const widest = Math.max(...logins.map(({ login, password }) => login.length + password.length))
  return [
    '  Demo logins            login / password',
    ...logins.map(({ login, password, roles, property }) => {
      const who = [roles.join(', '), property].filter(Boolean).join(' · ')
      return `    ${`${login} / ${password}`.padEnd(widest + 7)}${who}`
    }),
    '',
  ]
}
