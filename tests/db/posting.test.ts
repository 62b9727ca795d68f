import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { at, brokenInvariants, nights, postingOn } from './support/posting.ts'
import { type SmallBooks, smallBooks } from './support/small-books.ts'

let books: SmallBooks
let post: ReturnType<typeof postingOn>
let member: string
beforeAll(async () => {
  books = await smallBooks()
  post = postingOn(books)
}, 60_000)
afterAll(() => books.stop())
beforeEach(async () => {
  member = await books.member()
})
afterEach(async () => {
  expect(await brokenInvariants(books)).toEqual([])
})

describe('B-03 spending', () => {
  test('by earliest expiry, then paid before bonus, then oldest; unlimited last', async () => {
    await post.issue(member, 100, { at: at(0, 1) })
    await post.issue(member, 100, { at: at(0, 2), expires: at(40) })
    await post.issue(member, 100, { at: at(0, 3), expires: at(30), lotClass: 'bonus' })
    await post.issue(member, 100, { at: at(0, 4), expires: at(30) })
    await post.issue(member, 100, { at: at(0, 5), expires: at(30) })
    const used = []
    for (let n = 0; n < 5; n += 1) {
      const transfer = await post.spend(member, nights(randomUUID(), 100), { at: at(1) })
      used.push((await post.allocation(transfer))[0]?.[1])
    }
    expect(used).toEqual([4, 5, 3, 2, 1])
    expect(await post.balance(member)).toBe(0)
  })

  test('003-08 each room-night names the lots that paid for it', async () => {
    await post.issue(member, 150, { at: at(0, 1), expires: at(10) })
    await post.issue(member, 200, { at: at(0, 2), expires: at(20) })
    const transfer = await post.spend(member, nights(randomUUID(), 100, 100, 100), { at: at(1) })
    expect(await post.allocation(transfer)).toEqual([
      ['2026-05-01', 1, 100],
      ['2026-05-02', 1, 50],
      ['2026-05-02', 2, 50],
      ['2026-05-03', 2, 100],
    ])
    expect(await post.lots(member)).toEqual([0, 50])
  })

  test('an expired lot pays for nothing, to the moment', async () => {
    await post.issue(member, 100, { expires: at(10) })
    const line = nights(randomUUID(), 100)
    expect(await post.spend(member, line, { at: at(10) })).toBeNull()
    expect(await post.spend(member, line, { at: at(10, -1) })).not.toBeNull()
  })

  test('003-19 what does not suffice moves nothing at all', async () => {
    await post.issue(member, 100)
    expect(await post.spend(member, nights(randomUUID(), 60, 41))).toBeNull()
    expect(await post.lots(member)).toEqual([100])
  })

  test('nothing is spent for nothing; a night of zero is not posted', async () => {
    await post.issue(member, 100)
    expect(await post.spend(member, nights(randomUUID(), 0, 0))).toBeNull()
    const transfer = await post.spend(member, nights(randomUUID(), 0, 30))
    expect(await post.allocation(transfer)).toEqual([['2026-05-02', 1, 30]])
  })

  test('a wallet with 1,000 lots is spent in one round trip', async () => {
    await books.app.query(
      `select points_issue(gen_random_uuid()::text, $1, 'paid', 1, $2::timestamptz + n * interval '1 minute', $3,
         $2, $4, 'member', $1, 'test') from generate_series(1, 1000) n`,
      [member, at(1), books.cash, books.property],
    )
    const transfer = await post.spend(member, nights(randomUUID(), 300, 300, 399), { at: at(0) })
    expect(await post.allocation(transfer)).toHaveLength(999)
    expect(await post.balance(member)).toBe(1)
  })
})

describe('decision 19: returning', () => {
  test('003-22 refills the lot that expires last first, with its old expiry', async () => {
    await post.issue(member, 100, { at: at(0, 1), expires: at(10) })
    await post.issue(member, 100, { at: at(0, 2), expires: at(20) })
    const line = randomUUID()
    await post.spend(member, nights(line, 180), { at: at(1) })
    expect(await post.lots(member)).toEqual([0, 20])
    await post.giveBack(member, nights(line, 90), { at: at(2) })
    expect(await post.lots(member)).toEqual([10, 100])
    await post.giveBack(member, nights(line, 90), { at: at(3) })
    expect(await post.lots(member)).toEqual([100, 100])
  })

  test('reading 6: an expired lot takes its points back and stays expired', async () => {
    await post.issue(member, 100, { expires: at(10) })
    const line = randomUUID()
    await post.spend(member, nights(line, 100), { at: at(1) })
    await post.giveBack(member, nights(line, 100), { at: at(11) })
    expect(await post.balance(member)).toBe(100)
    expect(await post.spend(member, nights(randomUUID(), 1), { at: at(12) })).toBeNull()
  })

  test.each<[string, (line: string) => ReturnType<typeof nights>]>([
    ['more than was spent', (line) => nights(line, 101)],
    ['for a night that was not paid', (line) => nights(line, 50, 1)],
    ['for a room that was not paid', () => nights(randomUUID(), 1)],
    ['one night twice in one return', (line) => [...nights(line, 100), ...nights(line, 100)]],
    ['a negative amount', (line) => nights(line, -1)],
    [
      'a negative amount hidden beside a positive one',
      (line) => [...nights(line, 100), ...nights(line, -1)],
    ],
  ])('%s is refused', async (_, wanted) => {
    await post.issue(member, 1_000)
    const line = randomUUID()
    await post.spend(member, nights(line, 100))
    // Something else the same lot has paid for: what must not be taken instead.
    await post.spend(member, nights(randomUUID(), 300))
    await expect(post.giveBack(member, wanted(line))).rejects.toMatchObject({
      code: '23514',
      constraint: 'returns_within_spends',
    })
    expect(await post.lots(member)).toEqual([600])
  })

  test('never more than once: what was returned is not owed any more', async () => {
    await post.issue(member, 1_000)
    const line = randomUUID()
    await post.spend(member, nights(line, 100))
    await post.giveBack(member, nights(line, 60))
    await expect(post.giveBack(member, nights(line, 41))).rejects.toThrow('owed')
    await post.giveBack(member, nights(line, 40))
    await expect(post.giveBack(member, nights(line, 1))).rejects.toThrow('owed')
    expect(await post.balance(member)).toBe(1_000)
  })

  test('points go back to their owner only', async () => {
    await post.issue(member, 100)
    const line = randomUUID()
    await post.spend(member, nights(line, 100))
    const stranger = await books.member()
    await expect(post.giveBack(stranger, nights(line, 100))).rejects.toThrow('owed')
  })
})

describe('B-01 once', () => {
  test('twice with one key is once: top-up, spend, return, fee', async () => {
    const line = randomUUID()
    const twice = async (work: (key: string) => Promise<string | null>) => {
      const key = randomUUID()
      const transfer = await work(key)
      expect(transfer).not.toBeNull()
      expect(await work(key)).toBe(transfer)
    }
    await twice((key) => post.issue(member, 100, { key }))
    await twice((key) => post.spend(member, nights(line, 80), { key }))
    await twice((key) => post.giveBack(member, nights(line, 30), { key }))
    await twice((key) => post.move(nights(line, 50), { key }))
    expect(await post.balance(member)).toBe(50)
  })

  test('also when sixteen send it at the same moment', async () => {
    const line = randomUUID()
    const together = (work: (key: string) => Promise<string | null>) => {
      const key = randomUUID()
      return Promise.all(Array.from({ length: 16 }, () => work(key)))
    }
    for (const answers of [
      await together((key) => post.issue(member, 100, { key })),
      await together((key) => post.spend(member, nights(line, 80), { key })),
      await together((key) => post.giveBack(member, nights(line, 30), { key })),
      await together((key) => post.move(nights(line, 50), { key })),
    ])
      expect(new Set(answers).size).toBe(1)
    expect(await post.balance(member)).toBe(50)
  })

  test('256 callers spend from one wallet of 200: 200 are served, none beyond, none lost', async () => {
    for (let n = 0; n < 20; n += 1) await post.issue(member, 10, { expires: at(n + 1) })
    const answers = await Promise.all(
      Array.from({ length: 256 }, () => post.spend(member, nights(randomUUID(), 1))),
    )
    expect(answers.filter((answer) => answer !== null)).toHaveLength(200)
    expect(await post.balance(member)).toBe(0)
  })
})

describe('what is no amount is refused', () => {
  test.each([0, -1])('a top-up of %i', async (amount) => {
    await expect(post.issue(member, amount)).rejects.toMatchObject({ code: '23514' })
    expect(await post.lots(member)).toEqual([])
  })

  test('a negative night, also beside a greater positive one', async () => {
    await post.issue(member, 100)
    const line = randomUUID()
    await expect(post.spend(member, nights(line, 50, -10))).rejects.toMatchObject({ code: '23514' })
    await expect(post.move(nights(line, -10))).rejects.toMatchObject({ code: '23514' })
    await expect(post.move(nights(line, -10, 20))).rejects.toMatchObject({ code: '23514' })
    await expect(post.move(nights(line, -10, 10))).rejects.toMatchObject({ code: '23514' })
  })

  test('a move of nothing posts nothing', async () => {
    expect(await post.move(nights(randomUUID(), 0, 0))).toBeNull()
    expect(await post.move([])).toBeNull()
  })
})

test('decision 15: a member has two wallets at his issuer, and at no other', async () => {
  const { rows } = await books.app.query(
    'select lot_class from accounts where member_id = $1 order by lot_class',
    [member],
  )
  expect(rows.map((row) => row.lot_class)).toEqual(['bonus', 'paid'])
  await books.app.query('select open_wallets($1, $2)', [books.issuer, member])
  await books.app.query('select open_wallets($1, $2)', [books.otherIssuer, member])
  expect(
    (await books.app.query('select from accounts where member_id = $1', [member])).rowCount,
  ).toBe(2)
})
