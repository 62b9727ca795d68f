/** Letters and digits nobody mistakes for one another; no vowels, so that no words come about. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ'
const GROUPS = 4
const GROUP = 4
export const CODE_LENGTH = GROUPS * GROUP

/** Each number below 2^32 becomes a character; the share by which some come more often is below one in 10^8. */
export const codeOf = (numbers: readonly number[]): string =>
  grouped(numbers.map((one) => ALPHABET[one % ALPHABET.length] ?? '').join(''))

/** A code as it was typed or clicked: case, spaces and hyphens do not count. Null for what can be none. */
export function readCode(typed: string): string | null {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  const fits = plain.length === CODE_LENGTH && Array.from(plain).every((c) => ALPHABET.includes(c))
  return fits ? plain : null
}

const grouped = (plain: string) => plain.replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-')
