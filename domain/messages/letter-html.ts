import { assertNever } from '../platform/assert-never.ts'
import type { LetterBlock } from './letter.ts'
import { AUTOMATIC, GREETING, type LetterInput } from './letter-text.ts'

const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** Ink, quiet ink, the house's green, lines and paper: as on the screens and in print. */
const INK = '#22303c'
const QUIET = '#55606a'
const ACCENT = '#1f5d6b'
const LINE = '#d8d2c4'
const PAPER = '#f6f3ec'
const FONT = {
  ja: "'Hiragino Sans','Yu Gothic',Meiryo,'Noto Sans JP','Noto Sans JP Variable',sans-serif",
  en: "-apple-system,'Segoe UI','Noto Sans',Helvetica,Arial,'Noto Sans JP','Noto Sans JP Variable',sans-serif",
} as const

/**
 * The letter as HTML that old mail programs show as well: tables and inline styles, no picture, no
 * script, nothing fetched from anywhere (so nobody learns that it was opened) and no link.
 */
export function letterHtml({ letter, sender, recipient, language }: LetterInput): string {
  const contact = [sender.address, sender.phone, sender.email].filter((line) => line !== null)
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no"><title>${escape(letter.subject)}</title></head>
<body style="margin:0;padding:0;background:${PAPER};color:${INK};font-family:${FONT[language]};font-size:16px;line-height:1.75;-webkit-text-size-adjust:100%">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${PAPER}"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border:1px solid ${LINE};border-radius:12px">
<tr><td style="padding:20px 24px;border-bottom:3px solid ${ACCENT};font-size:17px;font-weight:700;color:${ACCENT}">${escape(sender.name)}</td></tr>
<tr><td style="padding:24px">
<p style="margin:0 0 16px">${escape(GREETING[language](recipient))}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.4">${escape(letter.heading)}</h1>
${letter.blocks.map(blockHtml).join('\n')}
</td></tr>
<tr><td style="padding:16px 24px 20px;border-top:1px solid ${LINE};font-size:13px;line-height:1.6;color:${QUIET}">
<strong style="color:${INK}">${escape(sender.name)}</strong><br>${contact.map(escape).join('<br>')}
<p style="margin:12px 0 0">${escape(AUTOMATIC[language])}</p>
</td></tr></table></td></tr></table></body></html>
`
}

function blockHtml(block: LetterBlock): string {
  switch (block.kind) {
    case 'text':
      return `<p style="margin:0 0 20px">${escape(block.text).replaceAll('\n', '<br>')}</p>`
    case 'notice':
      return `<p style="margin:0 0 20px;padding:12px 16px;background:#fdf3e2;border-left:4px solid #b4690e;font-weight:700">${escape(block.text)}</p>`
    case 'code':
      return `<p style="margin:0 0 20px;padding:16px;background:${PAPER};text-align:center;font-size:28px;font-weight:700;letter-spacing:6px">${escape(block.code)}</p>`
    case 'facts':
      return table(block.rows.map(([label, value]) => factRow(label, value)).join(''))
    case 'rows':
      return table(
        block.rows.map(itemRow).join('') + block.totals.map((total) => totalRow(...total)).join(''),
      )
    default:
      return assertNever(block)
  }
}

const table = (rows: string) =>
  `<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px;border-collapse:collapse;border-top:1px solid ${LINE}">${rows}</table>`

const cell = `padding:10px 0;border-bottom:1px solid ${LINE};vertical-align:top`

const factRow = (label: string, value: string) =>
  `<tr><th scope="row" align="left" style="${cell};width:34%;padding-right:12px;font-weight:400;color:${QUIET}">${escape(label)}</th><td style="${cell};font-weight:700">${escape(value)}</td></tr>`

const itemRow = (row: { title: string; detail: string; amount: string }) =>
  `<tr><td style="${cell}"><strong>${escape(row.title)}</strong><br><span style="font-size:14px;color:${QUIET}">${escape(row.detail)}</span></td><td align="right" style="${cell};padding-left:12px;white-space:nowrap">${escape(row.amount)}</td></tr>`

const totalRow = (label: string, amount: string) =>
  `<tr><th scope="row" align="left" style="padding:10px 0 0;font-weight:400">${escape(label)}</th><td align="right" style="padding:10px 0 0;white-space:nowrap;font-weight:700">${escape(amount)}</td></tr>`
