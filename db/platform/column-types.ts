import { TypeOverrides } from 'pg'

const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8 = 20
const NUMERIC = 1700

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('a number from the books is beyond 2^53')
  return value
}

/** Rows arrive as the API says them: dates as they are, moments as RFC 3339 in UTC, money as numbers. */
export function columnTypes(): TypeOverrides {
  const types = new TypeOverrides()
  types.setTypeParser(DATE, (text) => text)
  types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString())
  types.setTypeParser(INT8, wholeNumber)
  types.setTypeParser(NUMERIC, wholeNumber)
  return types
}
