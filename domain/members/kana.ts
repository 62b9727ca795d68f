const HIRAGANA = /[ぁ-ゖゝゞ]/g
const HIRAGANA_TO_KATAKANA = 0x60
/** What a reading consists of: katakana, the long mark, repetition marks, a middle dot, single spaces. */
const READING = /^[ァ-ヺーヽヾ・]+( [ァ-ヺーヽヾ・]+)*$/

/**
 * A reading as the house writes it: half-width katakana and hiragana become full-width katakana, runs of
 * white space one space. Null for what is no kana.
 */
export function katakanaOf(text: string): string | null {
  const wide = text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(HIRAGANA, (letter) => String.fromCharCode(letter.charCodeAt(0) + HIRAGANA_TO_KATAKANA))
  return READING.test(wide) ? wide : null
}
