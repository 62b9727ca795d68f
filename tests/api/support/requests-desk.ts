import { arrival } from '../../support/arrival.ts'
import type { Sample } from './requests.ts'
import type { Staged } from './staged.ts'

/** Arrivals, departures, the register and their corrections. */
export function commandsOfDesk(
  { property }: { property: string },
  at: Staged,
): Record<string, Sample> {
  const front = (id: string, body: Sample['body'], answers = 200): Sample => ({
    as: 'front',
    params: { id },
    body: body ?? {},
    answers,
  })
  const days = { from: at.today, until: at.today }
  const look = (query: Sample['query'], params: Sample['params']): Sample => ({
    as: 'manager',
    ...(query && { query }),
    ...(params && { params }),
    answers: 200,
  })
  const companion = { name: '見本 二郎', address: '北海道札幌市見本区1-1', occupation: '学生' }
  return {
    getStayStatement: look(undefined, { id: at.order.stays[0].id }),
    printStayStatement: look({ language: 'ja' }, { id: at.order.stays[0].id }),
    getOrderStatement: look(undefined, { id: at.order.id }),
    printOrderStatement: look({ language: 'en' }, { id: at.order.id }),
    getArrival: look(undefined, { id: at.arriving.id }),
    getGuestRegister: look({ propertyId: property, ...days }, undefined),
    getStayGuests: look(undefined, { id: at.inHouse.id }),
    revealGuestRegister: {
      as: 'manager',
      body: { propertyId: property, ...days, reason: '保健所の立入検査' },
      answers: 200,
    },
    revealStayGuests: front(at.inHouse.id, { reason: '記載の確認' }),
    editGuest: {
      ...front(at.guest.id, { address: '京都府京都市見本区7-8-9', reason: '転居' }),
      version: 1,
    },
    addGuest: front(at.groupInHouse.stays[0].id, companion, 201),
    checkIn: front(at.arriving.id, arrival()),
    checkInOrder: front(at.groupArriving.id, {
      identity: arrival().identity,
      rooms: at.groupArriving.stays.map(({ id }: { id: string }) => ({
        stayId: id,
        guests: arrival().guests,
      })),
    }),
    correctTimes: front(at.inHouse.id, { checkedInAt: at.checkedInAt, reason: '打ち間違い' }),
    checkOut: front(at.inHouse.id, {}),
    checkOutOrder: front(at.groupInHouse.id, {}),
    undoCheckIn: front(at.wronglyIn.id, { reason: '部屋違い' }),
    undoCheckOut: front(at.left.id, { reason: '部屋違い' }),
  }
}
