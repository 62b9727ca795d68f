/** Weights of the eleven digits before the check digit, first to last (ordinance on the personal number, article 5). */
const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/**
 * Whether twelve digits satisfy the check digit of a Japanese personal number (マイナンバー): eleven minus
 * the weighted sum modulo eleven, and 0 where the remainder is 0 or 1. Worked: 12345678901 gives the sum
 * 6+10+12+12+10+42+42+40+36+0+2 = 212, remainder 3, so the last digit is 8.
 */
export function isMyNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const remainder = sum % 11
  const check = remainder <= 1 ? 0 : 11 - remainder
  return check === Number(digits[11])
}
