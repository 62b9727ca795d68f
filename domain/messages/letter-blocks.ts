import type { Language } from '../platform/errors.ts'
import type { LetterBlock } from './letter.ts'
import type { OrderParams, RoomParams } from './order-params.ts'
import {
  dayInWords,
  guestsInWords,
  nightsBetween,
  nightsInWords,
  pointsInWords,
} from './wording.ts'

/** The facts a guest looks for first. */
export function stayFacts(order: OrderParams, language: Language): LetterBlock {
  const from = dayInWords(order.checkIn, language)
  const until = dayInWords(order.checkOut, language)
  return {
    kind: 'facts',
    rows:
      language === 'ja'
        ? [
            ['予約番号', order.number],
            ['チェックイン', `${from} ${order.checkInFrom}から`],
            ['チェックアウト', `${until} ${order.checkOutBy}まで`],
          ]
        : [
            ['Booking number', order.number],
            ['Check-in', `${from}, from ${order.checkInFrom}`],
            ['Check-out', `${until}, by ${order.checkOutBy}`],
          ],
  }
}

/** Room by room, with what each costs. */
export function roomRows(
  rooms: readonly RoomParams[],
  totals: readonly (readonly [label: string, points: number])[],
  language: Language,
): LetterBlock {
  return {
    kind: 'rows',
    rows: rooms.map((room) => {
      const nights = nightsInWords(nightsBetween(room.checkIn, room.checkOut), language)
      const guests = guestsInWords(room.guests, language)
      const from = dayInWords(room.checkIn, language)
      return {
        title: language === 'ja' ? room.type : room.typeEn,
        detail:
          language === 'ja' ? `${from}から${nights}・${guests}` : `${from}, ${nights}, ${guests}`,
        amount: pointsInWords(room.amount),
      }
    }),
    totals: totals.map(([label, points]) => [label, pointsInWords(points)]),
  }
}
