import { DomainError } from '../../domain/platform/errors.ts'
import type { House } from './house.ts'

/** Wall time: a demo's moved clock unlocks nobody (decision 28). */
const WINDOW_MINUTES = 15
/** Failures allowed in a window: for one name from one place, for one name, from one place. */
const LIMITS = { pair: 5, name: 30, place: 100 } as const

export type LoginAttempt = { readonly kind: string; readonly login: string; readonly place: string }

const bucketsOf = ({ vault }: House, attempt: LoginAttempt) => {
  const name = `${attempt.kind}\0${attempt.login.toLowerCase()}`
  return [
    { bucket: vault.fingerprint('login-pair', `${name}\0${attempt.place}`), limit: LIMITS.pair },
    { bucket: vault.fingerprint('login-name', name), limit: LIMITS.name },
    { bucket: vault.fingerprint('login-place', attempt.place), limit: LIMITS.place },
  ]
}

/**
 * Counts the try before anybody looks at the password, so that forty at once get no more looks than
 * forty in a row. A try that is refused here is not counted: the window ends when it ends.
 *
 * @throws DomainError rate_limited, with the seconds to wait
 */
export async function countTry(house: House, attempt: LoginAttempt): Promise<void> {
  const buckets = bucketsOf(house, attempt)
  await house.database.transaction(async (_em, sql) => {
    const row = await sql.maybe<{ seconds: number }>(
      `with tried as (
         insert into login_failures as f (bucket, failures, window_started_at)
         select b, 1, clock_timestamp() from unnest($1::bytea[]) b order by b
         on conflict (bucket) do update set
           failures = case when f.window_started_at > clock_timestamp() - $3 * interval '1 minute'
             then f.failures + 1 else 1 end,
           window_started_at = case when f.window_started_at > clock_timestamp() - $3 * interval '1 minute'
             then f.window_started_at else clock_timestamp() end
         returning f.bucket, f.failures, f.window_started_at
       )
       select ceil(extract(epoch from max(window_started_at) + $3 * interval '1 minute' - clock_timestamp()))::int as seconds
       from tried join unnest($1::bytea[], $2::int[]) b(bucket, most) using (bucket)
       where failures > most having count(*) > 0`,
      [buckets.map((one) => one.bucket), buckets.map((one) => one.limit), WINDOW_MINUTES],
    )
    if (row) throw new DomainError('rate_limited', { seconds: Math.max(1, row.seconds) })
  })
}

/** A success clears the name's own counters; of the place's it takes back its own try only. */
export async function forgetTries(house: House, attempt: LoginAttempt): Promise<void> {
  const [pair, name, place] = bucketsOf(house, attempt).map((one) => one.bucket)
  await house.database.sql.run(
    `with held as materialized (
       select bucket from login_failures where bucket = any($1::bytea[]) order by bucket for update
     )
     update login_failures f set failures = case when f.bucket = $2 then greatest(f.failures - 1, 0) else 0 end
     from held where f.bucket = held.bucket`,
    [[pair, name, place], place],
  )
}
