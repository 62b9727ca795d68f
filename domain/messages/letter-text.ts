import { assertNever } from '../platform/assert-never.ts'
import type { Language } from '../platform/errors.ts'
import type { Letter, LetterBlock, LetterSender } from './letter.ts'

export type LetterInput = {
  readonly letter: Letter
  readonly sender: LetterSender
  readonly recipient: string
  readonly language: Language
}

export const GREETING = {
  ja: (name: string) => `${name} 様`,
  en: (name: string) => `Dear ${name},`,
} as const
export const AUTOMATIC = {
  ja: 'このメールは送信専用の仕組みからお送りしています。お心当たりのない場合は、お手数ですが当館までお知らせください。',
  en: 'This mail was sent automatically. If you did not expect it, please let us know.',
} as const

/** The letter for programs that show no HTML, and for people who want none. */
export function letterText({ letter, sender, recipient, language }: LetterInput): string {
  const parts = [
    GREETING[language](recipient),
    letter.heading,
    ...letter.blocks.map(blockText),
    [
      '--',
      sender.name,
      ...[sender.address, sender.phone, sender.email].filter((line) => line !== null),
      AUTOMATIC[language],
    ].join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text
    case 'notice':
      return `* ${block.text}`
    case 'code':
      return `    ${block.code}`
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n')
    case 'rows':
      return [
        ...block.rows.map((row) => `- ${row.title}\n  ${row.detail}\n  ${row.amount}`),
        ...block.totals.map(([label, amount]) => `${label}: ${amount}`),
      ].join('\n')
    default:
      return assertNever(block)
  }
}
