import { TypeOverrides } from 'pg'

const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8 = 20
const NUMERIC = 1700
const DOUBLE_DIGITS = 15

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('a number from the books is beyond 2^53')
  return value
}

/** A sum or a measure: whole numbers as above, others with no more digits than a double keeps. */
function decimalNumber(text: string): number {
  const isExact = text.replace(/\D/g, '').length <= DOUBLE_DIGITS
  return text.includes('.') && isExact ? Number(text) : wholeNumber(text)
}

/** Rows arrive as the API says them: dates as they are, moments as RFC 3339 in UTC, money as numbers. */
export function columnTypes(): TypeOverrides {
  const types = new TypeOverrides()
  types.setTypeParser(DATE, (text) => text)
  types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString())
  types.setTypeParser(INT8, wholeNumber)
  types.setTypeParser(NUMERIC, decimalNumber)
  return types
}
