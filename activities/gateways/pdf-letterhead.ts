import type { Content, TableCell } from 'pdfmake'
import { PDF_COLOURS } from './pdf.ts'

export type Letterhead = {
  readonly name: string
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
}

const RULE_WIDTH = 493

/** The head of everything the house prints: who writes, and what it is. */
export function letterhead(house: Letterhead, title: string): Content[] {
  const contact = [house.phone, house.email].filter((line) => line !== null).join('   ')
  return [
    {
      columns: [
        {
          width: '*',
          stack: [
            { text: house.name, fontSize: 14, bold: true, color: PDF_COLOURS.accent },
            ...[house.address, contact]
              .filter((line): line is string => Boolean(line))
              .map((line) => ({ text: line, fontSize: 8, color: PDF_COLOURS.quiet })),
          ],
        },
        { width: 'auto', text: title, fontSize: 20, bold: true, alignment: 'right' },
      ],
      margin: [0, 0, 0, 10],
    },
    {
      canvas: [
        {
          type: 'line',
          x1: 0,
          y1: 0,
          x2: RULE_WIDTH,
          y2: 0,
          lineWidth: 1.5,
          lineColor: PDF_COLOURS.accent,
        },
      ],
      margin: [0, 0, 0, 18],
    },
  ]
}

/** Labels and values, one under the other. */
export const pdfFacts = (rows: readonly (readonly [label: string, value: string])[]) =>
  ({
    layout: 'noBorders',
    table: {
      widths: ['auto', '*'],
      body: rows.map(([label, value]) => [
        { text: label, color: PDF_COLOURS.quiet, margin: [0, 0, 10, 0] },
        { text: value },
      ]),
    },
  }) satisfies Content

export const pdfHeading = (text: string): Content => ({
  text,
  fontSize: 11,
  bold: true,
  margin: [0, 14, 0, 6],
})

/** A table with lines between its rows only. `heavy` rows (counted from 0, the head included) get ink. */
export const pdfTable = (
  widths: readonly (string | number)[],
  body: TableCell[][],
  options: { readonly headerRows?: number; readonly heavy?: readonly number[] } = {},
): Content => ({
  table: { widths: [...widths], headerRows: options.headerRows ?? 0, dontBreakRows: true, body },
  layout: {
    vLineWidth: () => 0,
    hLineWidth: (row: number) => (row === 0 || (options.heavy ?? []).includes(row) ? 1 : 0.5),
    hLineColor: (row: number) =>
      row === 0 || (options.heavy ?? []).includes(row) ? PDF_COLOURS.ink : PDF_COLOURS.line,
    paddingLeft: (column: number) => (column === 0 ? 0 : 8),
    paddingRight: () => 0,
    paddingTop: () => 4,
    paddingBottom: () => 4,
  },
})

export const right = (text: string, more: object = {}): TableCell => ({
  text,
  alignment: 'right',
  noWrap: true,
  ...more,
})
