export type CsvCell = string | number | null

/**
 * A table for spreadsheets (RFC 4180): UTF-8 with a mark that says so, CRLF, every text in quotes. A text a
 * spreadsheet would calculate is led by an apostrophe, so that nobody's name becomes a formula.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): Buffer {
  const lines = rows.map((row) => row.map(cellText).join(','))
  return Buffer.from(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`, 'utf8')
}

const CALCULATED = /^[=+\-@\t\r\n]/

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const harmless = CALCULATED.test(cell) ? `'${cell}` : cell
  return `"${harmless.replaceAll('"', '""')}"`
}
