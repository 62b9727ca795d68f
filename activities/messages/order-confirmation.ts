import type { Content, TableCell } from 'pdfmake'
import { policyInWords } from '../../domain/lodging/policy-in-words.ts'
import { CONFIRMATION_WORDS } from '../../domain/messages/confirmation-words.ts'
import {
  dayInWords,
  guestsInWords,
  momentInWords,
  nightsBetween,
  nightsInWords,
  pointsInWords,
} from '../../domain/messages/wording.ts'
import { DomainError, type Language } from '../../domain/platform/errors.ts'
import type { StayRow } from '../../db/lodging/stay-queries.ts'
import { type ConfirmationFacts, findConfirmation } from '../../db/messages/confirmation-query.ts'
import { findLetterSender } from '../../db/messages/letter-sender-query.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { letterhead, pdfFacts, pdfHeading, pdfTable, right } from '../gateways/pdf-letterhead.ts'
import { PDF_COLOURS, renderPdf } from '../gateways/pdf.ts'

type Words = (typeof CONFIRMATION_WORDS)[Language]

/** The printed order (003-20): who, when, which rooms, what each night costs, whether it is paid. */
export async function orderConfirmation(
  sql: Sql,
  orderId: string,
  language: Language,
  onMissing?: (characters: readonly string[]) => void,
): Promise<{ fileName: string; bytes: Buffer }> {
  const facts = await findConfirmation(sql, orderId)
  if (!facts) throw new DomainError('not_found')
  const { order } = facts
  const sender = await findLetterSender(sql, order.propertyId, language)
  const words = CONFIRMATION_WORDS[language]
  const title = order.status === 'pending' ? words.titlePending : words.title
  const paper = {
    title: `${title} ${order.number}`,
    language,
    createdAt: new Date(order.settledAt ?? order.placedAt),
    foot: `${sender.name}   ${words.number} ${order.number}`,
    content: [
      ...letterhead(sender, title),
      ...head(facts, words, language),
      ...rooms(facts, words, language),
      ...policy(facts, words, language),
    ],
  }
  return {
    fileName: `${words.fileName}-${order.number}.pdf`,
    bytes: await renderPdf(paper, onMissing),
  }
}

function head(facts: ConfirmationFacts, words: Words, language: Language): Content[] {
  const { order, timeZone } = facts
  const moment = (at: string) => momentInWords(at, timeZone, language)
  const payment = order.settledAt
    ? words.paid(moment(order.settledAt))
    : order.status === 'pending'
      ? words.waiting(moment(order.payBy))
      : words.notPaid
  return [
    {
      columns: [
        {
          width: '*',
          stack: [
            { text: words.sama(order.memberName), fontSize: 14, bold: true },
            { text: `${words.memberNumber} ${order.memberNumber}`, color: PDF_COLOURS.quiet },
          ],
        },
        {
          width: 'auto',
          ...pdfFacts([
            [words.number, order.number],
            [words.placedAt, moment(order.placedAt)],
            [words.payment, payment],
          ]),
        },
      ],
      columnGap: 20,
      margin: [0, 0, 0, 16],
    },
    {
      layout: {
        vLineWidth: () => 0,
        hLineWidth: () => 0,
        fillColor: () => '#f6f3ec',
        paddingLeft: () => 14,
        paddingRight: () => 14,
        paddingTop: () => 10,
        paddingBottom: () => 10,
      },
      table: {
        widths: ['*', '*', 'auto'],
        body: [
          [
            when(words.checkIn, order.checkIn, words.from(facts.checkInFrom), language),
            when(words.checkOut, order.checkOut, words.by(facts.checkOutBy), language),
            {
              text: nightsInWords(nightsBetween(order.checkIn, order.checkOut), language),
              fontSize: 13,
              bold: true,
              alignment: 'right',
              margin: [0, 9, 0, 0],
            },
          ],
        ],
      },
    },
  ]
}

const when = (label: string, day: string, time: string, language: Language): TableCell => ({
  stack: [
    { text: label, fontSize: 8, color: PDF_COLOURS.quiet },
    { text: dayInWords(day, language), fontSize: 13, bold: true },
    { text: time },
  ],
})

function rooms({ order }: ConfirmationFacts, words: Words, language: Language): Content[] {
  const { stays, total, fee, returned } = order
  const hasDiscount = stays.some((stay) => stay.nights.some((night) => night.discount > 0))
  const body: TableCell[][] = [headRow(words, hasDiscount)]
  for (const stay of stays) body.push(...roomRows(stay, words, language, hasDiscount))
  const span = hasDiscount ? 4 : 2
  const sum = (label: string, points: number, more: object = {}): TableCell[] => [
    { text: label, colSpan: span, alignment: 'right', ...more },
    ...Array.from({ length: span - 1 }, () => ''),
    right(pointsInWords(points), more),
  ]
  const heavy = [1, body.length]
  body.push(sum(words.total, total, { bold: true, fontSize: 12 }))
  if (fee + returned > 0) body.push(sum(words.fee, fee), sum(words.returned, returned))
  const widths = hasDiscount ? ['*', 'auto', 62, 62, 74] : ['*', 'auto', 90]
  return [pdfHeading(words.rooms), pdfTable(widths, body, { headerRows: 1, heavy })]
}

function headRow(words: Words, hasDiscount: boolean): TableCell[] {
  const quiet = { color: PDF_COLOURS.quiet, fontSize: 8 }
  return [
    { text: words.room, ...quiet },
    { text: words.nights, ...quiet },
    ...(hasDiscount ? [right(words.listRate, quiet), right(words.discount, quiet)] : []),
    right(words.amount, quiet),
  ]
}

/** One row a night; the room stands beside all of them. */
function roomRows(
  stay: StayRow,
  words: Words,
  language: Language,
  hasDiscount: boolean,
): TableCell[][] {
  const isOver = stay.status === 'cancelled' || stay.status === 'expired'
  const over = isOver ? { decoration: 'lineThrough' as const, color: PDF_COLOURS.quiet } : {}
  const type = language === 'ja' ? stay.roomTypeName : stay.roomTypeNameEn
  const room: TableCell = {
    rowSpan: stay.nights.length,
    stack: [
      { text: type, bold: true, ...over },
      {
        text: `${words.roomNumber(stay.roomNumber)}   ${guestsInWords(stay.guests, language)}`,
        color: PDF_COLOURS.quiet,
      },
      ...(isOver ? [{ text: words[stay.status as 'cancelled' | 'expired'], bold: true }] : []),
    ],
  }
  return stay.nights.map((night, index) => [
    index === 0 ? room : '',
    { text: dayInWords(night.night, language), noWrap: true, ...over },
    ...(hasDiscount
      ? [
          right(pointsInWords(night.listRate), over),
          right(night.discount > 0 ? `−${pointsInWords(night.discount)}` : '', over),
        ]
      : []),
    right(pointsInWords(night.amount), over),
  ])
}

function policy(facts: ConfirmationFacts, words: Words, language: Language): Content[] {
  const rows = policyInWords(facts.policy, language).map(({ when: at, fee }): TableCell[] => [
    { text: at },
    right(fee),
  ])
  const note = { fontSize: 8, color: PDF_COLOURS.quiet }
  return [
    pdfHeading(words.policy),
    pdfTable(['*', 'auto'], rows),
    { text: words.policyNote, ...note, margin: [0, 6, 0, 0] },
    { text: words.roomNote, ...note },
  ]
}
