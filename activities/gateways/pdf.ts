import { createRequire } from 'node:module'
import pdfmake, { type Content } from 'pdfmake'

/** A4, in points. */
const MARGIN = { left: 51, top: 51, right: 51, bottom: 57 }
/** 〓, what a Japanese typesetter puts where a type is missing. */
const GETA = '〓'

export type PdfPaper = {
  readonly title: string
  readonly language: 'ja' | 'en'
  /** Of the business, not of the printing: equal input gives equal bytes. */
  readonly createdAt: Date
  readonly content: readonly Content[]
  /** At the foot of every page, left of the page number. */
  readonly foot?: string
}

/** Ink and lines of everything the house prints. */
export const PDF_COLOURS = { ink: '#22303c', quiet: '#5b6770', accent: '#1f5d6b', line: '#d8d2c4' }

const locate = createRequire(import.meta.url)
const FACES = {
  normal: locate.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  bold: locate.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
}
const FONT = 'NotoSansJP'
pdfmake.setFonts({ [FONT]: FACES })
// What a guest typed may end in a document: nothing is fetched and no file read for it.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values(FACES).includes(path))

/**
 * Prints a document on A4 in the house's types (Japanese and Latin).
 *
 * @param onMissing told the characters the types do not have; each is printed as 〓
 * @returns the same bytes for the same input
 */
export async function renderPdf(
  paper: PdfPaper,
  onMissing?: (characters: readonly string[]) => void,
): Promise<Buffer> {
  const known = await knownCharacters()
  const missing = new Set<string>()
  const legible = (text: string) => legibleText(text, known, missing)
  const definition: Parameters<typeof pdfmake.createPdf>[0] = {
    pageSize: 'A4',
    pageMargins: [MARGIN.left, MARGIN.top, MARGIN.right, MARGIN.bottom],
    language: paper.language,
    displayTitle: true,
    info: { title: legible(paper.title), creator: 'Choba', creationDate: paper.createdAt },
    defaultStyle: { font: FONT, fontSize: 9.5, lineHeight: 1.35, color: PDF_COLOURS.ink },
    content: legibleContent(paper.content, legible) as Content,
    footer: footer(legible(paper.foot ?? '')),
  }
  const bytes = await pdfmake.createPdf(definition).getBuffer()
  if (missing.size > 0) onMissing?.([...missing])
  return bytes
}

const footer =
  (foot: string) =>
  (page: number, pages: number): Content => ({
    margin: [MARGIN.left, 14, MARGIN.right, 0],
    fontSize: 7.5,
    color: PDF_COLOURS.quiet,
    columns: [
      { text: foot, width: '*' },
      { text: `${page} / ${pages}`, width: 'auto', alignment: 'right' },
    ],
  })

/** Every text of a definition, at any depth. */
function legibleContent(value: unknown, legible: (text: string) => string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => legibleContent(item, legible, key))
  if (typeof value === 'string')
    return ['', 'text', 'stack', 'columns', 'body', 'ul', 'ol'].includes(key)
      ? legible(value)
      : value
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, legibleContent(item, legible, name)]),
  )
}

function legibleText(text: string, known: ReadonlySet<number>, missing: Set<string>): string {
  let out = ''
  for (const character of text.normalize('NFC')) {
    const isLayout = /[\n\t\u00a0\u200b]/.test(character)
    if (isLayout || known.has(character.codePointAt(0) ?? 0)) out += character
    else {
      missing.add(character)
      out += GETA
    }
  }
  return out
}

type PrintedDocument = {
  provideFont(
    family: string,
    bold: boolean,
    italics: boolean,
  ): { readonly font: { readonly characterSet: readonly number[] } }
}

let characters: Promise<ReadonlySet<number>> | undefined

/** What both faces can print; the types are read once. */
function knownCharacters(): Promise<ReadonlySet<number>> {
  characters ??= readCharacters()
  return characters
}

async function readCharacters(): Promise<ReadonlySet<number>> {
  const blank = pdfmake.createPdf({ content: [''], defaultStyle: { font: FONT } })
  // The library's types say "stream"; what comes is its document, which knows its faces.
  const document = (await blank.getStream()) as unknown as PrintedDocument
  const bold = new Set(document.provideFont(FONT, true, false).font.characterSet)
  return new Set(
    document.provideFont(FONT, false, false).font.characterSet.filter((one) => bold.has(one)),
  )
}
