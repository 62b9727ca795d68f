import { expect, test } from '@jest/globals'
import { bundleWorkflows } from '../../activities/gateways/temporal-runtime.ts'
import { testLog } from './support/rig.ts'

const NEVER = [
  '@mikro-orm',
  'kysely',
  'node_modules/pg/',
  'express',
  'ajv',
  'typebox',
  'pino',
  '/db/',
  'run-verb',
]

test('the workflows are bundled without ORM, driver, web server or schema library', async () => {
  const { code } = await bundleWorkflows(testLog)
  expect(code).toContain('follow-the-books.ts')
  // A module's name stands at its head; in other modules' texts a word like "express" may occur.
  const modules = [...code.matchAll(/^\/\*\*\*\/ "([^"]+)"/gm)].map((match) => match[1] as string)
  expect(modules.length).toBeGreaterThan(20)
  expect(modules.filter((name) => NEVER.some((word) => name.includes(word)))).toEqual([])
  expect(code.length).toBeLessThan(2_000_000)
}, 30_000)
