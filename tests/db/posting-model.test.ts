import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { PlainWallet } from './support/plain-wallet.ts'
import { at, brokenInvariants, nights, postingOn } from './support/posting.ts'
import { type SmallBooks, smallBooks } from './support/small-books.ts'

let books: SmallBooks
let post: ReturnType<typeof postingOn>
beforeAll(async () => {
  books = await smallBooks()
  post = postingOn(books)
}, 60_000)
afterAll(() => books.stop())

type Step =
  | { kind: 'issue'; lotClass: 'paid' | 'bonus'; amount: number; days: number | null }
  | { kind: 'spend'; amounts: number[]; repeat: boolean }
  | { kind: 'return'; order: number; shares: number[]; repeat: boolean }
  | { kind: 'wait'; days: number }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('issue' as const),
      lotClass: fc.constantFrom('paid' as const, 'bonus' as const),
      amount: fc.integer({ min: 1, max: 200 }),
      days: fc.option(fc.integer({ min: 1, max: 20 })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('spend' as const),
      amounts: fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 4 }),
      repeat: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('return' as const),
      order: fc.nat(),
      // Percent of what each night still owes; above 100 it must be refused.
      shares: fc.array(fc.integer({ min: 0, max: 105 }), { minLength: 4, maxLength: 4 }),
      repeat: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      days: fc.integer({ min: 1, max: 5 }),
    }),
  },
)

test('B-03 whatever is issued, spent and returned, the books agree with a plain purse', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 24 }), async (steps) => {
      const member = await books.member()
      const purse = new PlainWallet()
      const orders: { line: string; count: number }[] = []
      let day = 0
      for (const [ms, step] of steps.entries()) {
        const now = at(day, ms)
        if (step.kind === 'wait') day += step.days
        else if (step.kind === 'issue') {
          const expires = step.days === null ? null : at(day + step.days)
          await post.issue(member, step.amount, { ...step, expires, at: now })
          purse.issue(step.lotClass, step.amount, now, expires)
        } else if (step.kind === 'spend') {
          const line = randomUUID()
          const some = nights(line, ...step.amounts)
          const key = randomUUID()
          const transfer = await post.spend(member, some, { at: now, key })
          expect(transfer !== null).toBe(purse.spend(some, now))
          if (transfer && step.repeat) await post.spend(member, some, { at: now, key })
          if (transfer) orders.push({ line, count: step.amounts.length })
        } else if (orders.length > 0) {
          const order = orders[step.order % orders.length] as (typeof orders)[number]
          const some = nights(order.line, ...step.shares.slice(0, order.count)).map((one) => ({
            ...one,
            amount: Math.ceil((purse.owed(one) * one.amount) / 100),
          }))
          const key = randomUUID()
          const give = () => post.giveBack(member, some, { at: now, key })
          if (purse.giveBack(some)) {
            await give()
            if (step.repeat) await give()
          } else await expect(give()).rejects.toThrow('owed')
        }
        expect(await post.lots(member)).toEqual(purse.remaining)
        expect(await brokenInvariants(books)).toEqual([])
      }
    }),
    { numRuns: 30 },
  )
}, 60_000)
