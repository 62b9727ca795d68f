import { DomainError } from '../../domain/platform/errors.ts'
import type { House } from './house.ts'

/** Wall time: a demo's moved clock unlocks nobody (decision 28). */
const WINDOW_MINUTES = 15
/** Failures allowed in a window: for one name from one place, for one name, from one place. */
const LIMITS = { pair: 5, name: 30, place: 100 } as const

export type LoginAttempt = { readonly kind: string; readonly login: string; readonly place: string }

type Wait = { readonly seconds: number }
const SECONDS_LEFT = `ceil(extract(epoch from
  max(f.window_started_at) + $3 * interval '1 minute' - clock_timestamp()))::int as seconds`

const bucketsOf = ({ vault }: House, attempt: LoginAttempt) => {
  const name = `${attempt.kind}\0${attempt.login.toLowerCase()}`
  return [
    { bucket: vault.fingerprint('login-pair', `${name}\0${attempt.place}`), limit: LIMITS.pair },
    { bucket: vault.fingerprint('login-name', name), limit: LIMITS.name },
    { bucket: vault.fingerprint('login-place', attempt.place), limit: LIMITS.place },
  ]
}

/** @throws DomainError rate_limited, with the seconds to wait */
export async function assertMayTry(house: House, attempt: LoginAttempt): Promise<void> {
  const buckets = bucketsOf(house, attempt)
  const row = await house.database.sql.maybe<Wait>(
    `select ${SECONDS_LEFT} from unnest($1::bytea[], $2::int[]) b(bucket, most) join login_failures f using (bucket)
     where f.failures >= b.most and f.window_started_at > clock_timestamp() - $3 * interval '1 minute'
     having count(*) > 0`,
    [buckets.map((one) => one.bucket), buckets.map((one) => one.limit), WINDOW_MINUTES],
  )
  refuse(row)
}

/**
 * Counts a failure. Of many at once only as many are told that they were wrong as would have been one
 * after another; the others learn nothing.
 *
 * @throws DomainError rate_limited when the tries were used up meanwhile
 */
export async function countFailure(house: House, attempt: LoginAttempt): Promise<void> {
  const buckets = bucketsOf(house, attempt)
  await house.database.transaction(async (_em, sql) => {
    const row = await sql.maybe<Wait>(
      `with counted as (
         insert into login_failures as f (bucket, failures, window_started_at)
         select b, 1, clock_timestamp() from unnest($1::bytea[]) b order by b
         on conflict (bucket) do update set
           failures = case when f.window_started_at > clock_timestamp() - $3 * interval '1 minute'
             then f.failures + 1 else 1 end,
           window_started_at = case when f.window_started_at > clock_timestamp() - $3 * interval '1 minute'
             then f.window_started_at else clock_timestamp() end
         returning f.bucket, f.failures, f.window_started_at
       )
       select ${SECONDS_LEFT} from counted f join unnest($1::bytea[], $2::int[]) b(bucket, most) using (bucket)
       where f.failures > b.most having count(*) > 0`,
      [buckets.map((one) => one.bucket), buckets.map((one) => one.limit), WINDOW_MINUTES],
    )
    refuse(row)
  })
}

/** A success clears the name's own counters; the place keeps its count. */
export async function forgetFailures(house: House, attempt: LoginAttempt): Promise<void> {
  const own = bucketsOf(house, attempt).slice(0, 2)
  await house.database.sql.run(
    `delete from login_failures where bucket in
       (select bucket from login_failures where bucket = any($1::bytea[]) order by bucket for update)`,
    [own.map((one) => one.bucket)],
  )
}

function refuse(row: Wait | null): void {
  if (row) throw new DomainError('rate_limited', { seconds: Math.max(1, row.seconds) })
}
