import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Teller } from './teller.ts'
import { type Answer, enter, type Login, type Visitor } from './visitor.ts'

/** Everybody who plays a part, and what they share. */
export type Stage = {
  readonly teller: Teller
  readonly front: Visitor
  readonly manager: Visitor
  readonly deputy: Visitor
  readonly operator: Visitor
  readonly guest: Visitor
  readonly propertyId: string
  readonly roomTypes: () => Promise<Answer[]>
  readonly today: () => Promise<string>
  /** A new member at the desk, with points in the purse. */
  readonly newMember: (name: string, kana: string, amount: number) => Promise<Answer>
  readonly balance: (memberId: string) => Promise<number>
  /** The clock goes on; everything due on the way happens. */
  readonly pass: (hours: number) => Promise<void>
  /** Until the answer is as expected, or a few seconds are over. */
  readonly until: (
    read: () => Promise<Answer>,
    isThere: (answer: Answer) => boolean,
  ) => Promise<Answer>
}

const LOOKS = 100
const LOOK_MS = 100

export async function openStage(
  url: string,
  logins: readonly Login[],
  teller: Teller,
): Promise<Stage> {
  const as = (name: string) => {
    const login = logins.find((one) => one.login === name)
    if (!login) throw new Error(`the house has no login ${name}`)
    return enter(url, login)
  }
  const guestLogin = logins.find((one) => one.kind === 'member')?.login ?? ''
  const [front, manager, deputy, operator, guest] = await Promise.all([
    as('front'),
    as('manager'),
    as('manager2'),
    as('operator'),
    as(guestLogin),
  ])
  const propertyId: string = (await front.get('/v1/session')).roles[0].propertyId
  const today = async () => (await front.get('/v1/properties')).data[0].businessDate as string

  return {
    teller,
    front,
    manager,
    deputy,
    operator,
    guest,
    propertyId,
    today,
    roomTypes: async () =>
      (await front.get(`/v1/room-types?propertyId=${propertyId}&sort=code`)).data,
    async newMember(name, kana, amount) {
      const birthDate = '1988-08-08'
      const member = await front.post('/v1/members', {
        name,
        kana,
        phone: '03-0000-0000',
        birthDate,
        identity: { type: 'other', number: `STORY-${randomUUID()}` },
        confirmDuplicates: true,
      })
      teller.tell(`${name} becomes member ${member.number} at the desk.`)
      if (amount === 0) return member
      const made = await front.post(`/v1/members/${member.id}/top-ups`, { propertyId, amount })
      teller.tell(`${name} buys ${amount.toLocaleString('en-US')} points with cash.`)
      return made.member
    },
    balance: async (memberId) => (await front.get(`/v1/members/${memberId}/points`)).balance,
    async pass(hours) {
      const clock = await operator.post('/v1/clock/advance', {
        bySeconds: Math.round(hours * 3600),
      })
      teller.tell(
        `… ${hours} hours pass: it is ${clock.now} in the house (${clock.stops} stops on the way).`,
      )
    },
    async until(read, isThere) {
      for (let look = 1; ; look += 1) {
        const answer = await read()
        if (isThere(answer) || look >= LOOKS) return answer
        await sleep(LOOK_MS)
      }
    },
  }
}

export const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
