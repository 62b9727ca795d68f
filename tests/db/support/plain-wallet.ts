import type { LotClass, Night } from './posting.ts'

type Lot = {
  readonly lotClass: LotClass
  readonly issued: number
  readonly expires: number
  remaining: number
}
type Part = { readonly lot: Lot; amount: number }

/** What B-03 says, as plainly as it can be said: the posting functions are compared with it. */
export class PlainWallet {
  readonly #lots: Lot[] = []
  readonly #paidBy = new Map<string, Part[]>()

  get remaining(): number[] {
    return this.#lots.map((lot) => lot.remaining)
  }

  issue(lotClass: LotClass, amount: number, at: Date, expires: Date | null): void {
    this.#lots.push({
      lotClass,
      issued: at.getTime(),
      expires: expires?.getTime() ?? Infinity,
      remaining: amount,
    })
  }

  /** Point by point, from the lot whose turn it is. False when there are not enough. */
  spend(nights: readonly Night[], at: Date): boolean {
    const usable = this.#lots
      .filter((lot) => lot.expires > at.getTime())
      .toSorted(
        (a, b) =>
          compare(a.expires, b.expires) || compare(rank(a), rank(b)) || compare(a.issued, b.issued),
      )
    const need = nights.reduce((sum, night) => sum + night.amount, 0)
    if (need === 0 || usable.reduce((sum, lot) => sum + lot.remaining, 0) < need) return false
    for (const night of nights) {
      const parts: Part[] = []
      for (let missing = night.amount; missing > 0; ) {
        const lot = usable.find((one) => one.remaining > 0) as Lot
        const amount = Math.min(missing, lot.remaining)
        lot.remaining -= amount
        missing -= amount
        parts.push({ lot, amount })
      }
      this.#paidBy.set(nameOf(night), parts)
    }
    return true
  }

  owed(night: Pick<Night, 'line' | 'night'>): number {
    return (this.#paidBy.get(nameOf(night)) ?? []).reduce((sum, part) => sum + part.amount, 0)
  }

  /** To the lot that expires last first. False when more is wanted than is owed. */
  giveBack(nights: readonly Night[]): boolean {
    if (nights.some((night) => night.amount > this.owed(night))) return false
    for (const night of nights) {
      const parts = (this.#paidBy.get(nameOf(night)) ?? []).toSorted(
        (a, b) =>
          compare(b.lot.expires, a.lot.expires) ||
          compare(rank(b.lot), rank(a.lot)) ||
          compare(b.lot.issued, a.lot.issued),
      )
      let left = night.amount
      for (const part of parts) {
        const amount = Math.min(left, part.amount)
        part.amount -= amount
        part.lot.remaining += amount
        left -= amount
      }
    }
    return true
  }
}

const nameOf = ({ line, night }: Pick<Night, 'line' | 'night'>) => `${line} ${night}`
const rank = (lot: Lot) => (lot.lotClass === 'paid' ? 0 : 1)
const compare = (a: number, b: number) => (a < b ? -1 : Number(a > b))
