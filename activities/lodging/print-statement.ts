import type { Content, TableCell } from 'pdfmake'
import { STATEMENT_WORDS } from '../../domain/lodging/statement-words.ts'
import {
  dayInWords,
  guestsInWords,
  momentInWords,
  pointsInWords,
} from '../../domain/messages/wording.ts'
import type { Language } from '../../domain/platform/errors.ts'
import type { Statement, StatementStay } from '../../db/lodging/statement-query.ts'
import { findLetterSender } from '../../db/messages/letter-sender-query.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { letterhead, pdfFacts, pdfHeading, pdfTable, right } from '../gateways/pdf-letterhead.ts'
import { PDF_COLOURS, renderPdf } from '../gateways/pdf.ts'

type Words = (typeof STATEMENT_WORDS)[Language]

/** 003-26: what the guest takes home: nights, what was kept and what went back, which points paid for it. */
export async function printStatement(
  sql: Sql,
  statement: Statement,
  language: Language,
  onMissing?: (characters: readonly string[]) => void,
): Promise<{ fileName: string; bytes: Buffer }> {
  const { order, stays } = statement
  const words = STATEMENT_WORDS[language]
  const sender = await findLetterSender(sql, order.propertyId, language)
  const [only] = stays
  const name = only && stays.length === 1 ? `${order.number}-${only.roomNumber}` : order.number
  const content: Content[] = [
    ...letterhead(sender, words.title),
    head(statement, words),
    rooms(statement, words, language),
    ...points(statement, words),
    { text: words.note, fontSize: 8, color: PDF_COLOURS.quiet, margin: [0, 10, 0, 0] },
  ]
  const paper = {
    title: `${words.title} ${name}`,
    language,
    createdAt: new Date(lastMoment(statement)),
    foot: `${sender.name}   ${words.number} ${order.number}`,
    content,
  }
  return { fileName: `${words.fileName}-${name}.pdf`, bytes: await renderPdf(paper, onMissing) }
}

/** Of the stay, not of the printing: equal statements are equal to the byte. */
const lastMoment = ({ order, stays }: Statement) =>
  stays
    .flatMap((stay) => [stay.checkedOutAt, stay.checkedInAt])
    .reduce<string>((last, at) => (at !== null && at > last ? at : last), order.placedAt)

const head = ({ order }: Statement, words: Words): Content => ({
  columns: [
    { width: '*', text: words.sama(order.memberName), fontSize: 14, bold: true },
    {
      width: 'auto',
      ...pdfFacts([
        [words.number, order.number],
        [words.memberNumber, order.memberNumber],
      ]),
    },
  ],
  columnGap: 20,
  margin: [0, 0, 0, 12],
})

function rooms(statement: Statement, words: Words, language: Language): Content {
  const { stays, total, fee, returned } = statement
  const quiet = { color: PDF_COLOURS.quiet, fontSize: 8 }
  const body: TableCell[][] = [
    [
      { text: words.room, ...quiet },
      { text: words.nights, ...quiet },
      right(words.listRate, quiet),
      right(words.discount, quiet),
      right(words.amount, quiet),
    ],
    ...stays.flatMap((stay) => roomRows(stay, statement.timeZone, words, language)),
  ]
  const heavy = [1, body.length]
  const sum = (label: string, amount: number, more: object = {}): TableCell[] => [
    { text: label, colSpan: 4, alignment: 'right', ...more },
    '',
    '',
    '',
    right(pointsInWords(amount), more),
  ]
  const strong = { bold: true, fontSize: 12 }
  const settled = fee + returned > 0
  body.push(sum(words.total, total, settled ? {} : strong))
  if (settled) {
    body.push(
      sum(words.returned, returned),
      sum(words.kept, total - returned, strong),
      sum(words.fee, fee),
    )
  }
  return pdfTable(['*', 'auto', 62, 62, 74], body, { headerRows: 1, heavy })
}

function roomRows(
  stay: StatementStay,
  timeZone: string,
  words: Words,
  language: Language,
): TableCell[][] {
  const moment = (at: string) => momentInWords(at, timeZone, language)
  const type = language === 'ja' ? stay.roomTypeName : stay.roomTypeNameEn
  const quiet = (text: string) => ({ text, fontSize: 8, color: PDF_COLOURS.quiet })
  const room: TableCell = {
    rowSpan: stay.nights.length,
    stack: [
      { text: `${words.roomNumber(stay.roomNumber)}  ${type}`, bold: true },
      quiet(guestsInWords(stay.guests, language)),
      quiet(stay.checkedInAt ? words.arrived(moment(stay.checkedInAt)) : words.notArrived),
      ...(stay.checkedInAt
        ? [quiet(stay.checkedOutAt ? words.left(moment(stay.checkedOutAt)) : words.notLeft)]
        : []),
    ],
  }
  return stay.nights.map((night, index) => [
    index === 0 ? room : '',
    { text: dayInWords(night.night, language), noWrap: true },
    right(pointsInWords(night.listRate)),
    right(night.discount > 0 ? `−${pointsInWords(night.discount)}` : ''),
    right(pointsInWords(night.amount)),
  ])
}

function points({ points: uses }: Statement, words: Words): Content[] {
  if (uses.length === 0) return []
  const quiet = { color: PDF_COLOURS.quiet, fontSize: 8 }
  const body: TableCell[][] = [
    ['', right(words.used, quiet), right(words.back, quiet)],
    ...uses.map(({ lotClass, used, returned }): TableCell[] => [
      words.lots[lotClass],
      right(pointsInWords(used)),
      right(returned > 0 ? pointsInWords(returned) : ''),
    ]),
  ]
  return [pdfHeading(words.points), pdfTable(['*', 74, 74], body, { headerRows: 1 })]
}
