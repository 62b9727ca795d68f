import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiDocument } from '../api/platform/openapi.ts'
import { ROUTES } from '../api/routes.ts'
import { packageVersion } from './version.ts'

/** Writes api/openapi.json from the routes; with --check only says whether it drifted. */
const file = join(import.meta.dirname, '..', 'api', 'openapi.json')
const wanted = `${JSON.stringify(openApiDocument(ROUTES, packageVersion()), null, 2)}\n`

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== wanted) {
    console.error('api/openapi.json is not what the routes say. Run: npm run openapi')
    process.exit(1)
  }
  console.log('api/openapi.json is what the routes say.')
} else {
  writeFileSync(file, wanted)
  console.log(`Wrote ${file}`)
}
