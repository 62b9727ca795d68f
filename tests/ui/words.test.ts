import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import ts from 'typescript'
import { en } from '../../admin-ui/src/platform/i18n/en.ts'
import { ja } from '../../admin-ui/src/platform/i18n/ja.ts'

const source = join(import.meta.dirname, '..', '..', 'admin-ui', 'src')
const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter(
  (file) => !file.includes('schema.d'),
)
const read = (file: string) => readFileSync(join(source, file), 'utf8')

type Words = { [key: string]: string | Words }

const keysOf = (words: Words, prefix = ''): string[] =>
  Object.entries(words).flatMap(([name, word]) =>
    typeof word === 'string' ? [`${prefix}${name}`] : keysOf(word, `${prefix}${name}.`),
  )
const wordAt = (words: Words, key: string): string =>
  String(key.split('.').reduce<unknown>((part, name) => (part as Words)[name], words))

const placesOf = (sentence: string) => [...sentence.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name)

describe('the two catalogues', () => {
  test('have the same keys', () => {
    expect(keysOf(en)).toEqual(keysOf(ja))
  })

  test('fill the same places in every sentence', () => {
    const odd = keysOf(ja).filter((key) => {
      const inJapanese = new Set(placesOf(wordAt(ja, key)))
      return placesOf(wordAt(en, key)).some((place) => !inJapanese.has(place))
    })
    expect(odd).toEqual([])
  })

  test('leave no sentence empty', () => {
    const empty = keysOf(ja).filter((key) => !wordAt(ja, key).trim() || !wordAt(en, key).trim())
    expect(empty).toEqual([])
  })

  test('hold no sentence that no screen says', () => {
    const code = files
      .filter((file) => !file.includes('i18n'))
      .map(read)
      .join('\n')
    const unsaid = keysOf(ja).filter((key) => !isSaid(code, key))
    expect(unsaid).toEqual([])
  })
})

/** Said by its whole key, or as one of a family such as `room.statuses.${status}`. */
const isSaid = (code: string, key: string): boolean => {
  if (code.includes(`'${key}'`)) return true
  const family = key.slice(0, key.lastIndexOf('.') + 1)
  return code.includes(`\`${family}\${`)
}

/** Attributes that people see or hear. */
const SPOKEN = new Set([
  'label',
  'title',
  'aria-label',
  'placeholder',
  'alt',
  'helperText',
  'body',
  'confirm',
  'help',
  'lead',
])

describe('no screen says anything that is not in the catalogue', () => {
  test.each(files.filter((file) => file.endsWith('.tsx')))('%s', (file) => {
    const tree = ts.createSourceFile(
      file,
      read(file),
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TSX,
    )
    expect(literalsIn(tree)).toEqual([])
  })
})

function literalsIn(tree: ts.SourceFile): string[] {
  const found: string[] = []
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{Letter}/u.test(node.text)) found.push(node.text.trim())
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) {
      // An empty alt says that a picture only adorns.
      const said = node.initializer && ts.isStringLiteral(node.initializer) && node.initializer.text
      if (said && /\p{Letter}/u.test(said)) found.push(node.getText())
    }
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteral(node.expression)) {
      const isChild = ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)
      if (isChild && /\p{Letter}/u.test(node.expression.text)) found.push(node.expression.text)
    }
    ts.forEachChild(node, look)
  }
  look(tree)
  return found
}

/** Every `verb: …` of an audit entry; of a composed one what stands before the first gap. */
function verbsIn(file: string): string[] {
  const tree = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TS,
  )
  const found: string[] = []
  const literals = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && node.text.includes('.')) found.push(node.text)
    if (ts.isTemplateExpression(node)) found.push(`${node.head.text}*`)
    ts.forEachChild(node, literals)
  }
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'verb') literals(node.initializer)
    ts.forEachChild(node, look)
  }
  look(tree)
  return found
}

test('B-11 every verb that leaves a trail has words in both languages', () => {
  const root = join(import.meta.dirname, '..', '..', 'activities')
  const verbs = globSync('**/*.ts', { cwd: root }).flatMap((file) => verbsIn(join(root, file)))
  expect(verbs.length).toBeGreaterThan(40)
  const wordless = [...new Set(verbs)].filter((verb) => {
    const key = verb.replaceAll('.', '_')
    const has = (words: object) =>
      key.endsWith('*')
        ? Object.keys(words).some((known) => known.startsWith(key.slice(0, -1)))
        : Object.hasOwn(words, key)
    return !has(ja.audit.verbs) || !has(en.audit.verbs)
  })
  expect(wordless).toEqual([])
})
