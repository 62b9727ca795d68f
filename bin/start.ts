import { join } from 'node:path'
import { runHouse } from './supervisor/run-house.ts'

/** `npm start`: the whole house on this machine, with its own PostgreSQL and Temporal. */
const bin = import.meta.dirname
await runHouse(join(bin, '..'), {
  migrate: join(bin, 'migrate.ts'),
  worker: join(bin, 'worker.ts'),
  web: join(bin, 'api.ts'),
})
