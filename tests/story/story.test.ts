import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const program = (name: string) => join(import.meta.dirname, '..', '..', 'bin', name)

test('003-27 B-14: the story of a few days at the inn is true from beginning to end', () => {
  const { CHOBA_URL: _url, ...env } = process.env
  const told = spawnSync(process.execPath, [program('story.ts')], {
    encoding: 'utf8',
    timeout: 150_000,
    env,
  })
  expect(told.stdout).toContain('sentences are true.')
  expect(told.stdout).not.toContain('✗')
  expect(told.status).toBe(0)
}, 160_000)
