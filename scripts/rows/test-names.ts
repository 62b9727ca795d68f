import ts from 'typescript'

/** A test by the names of the blocks it stands in and its own, as the run prints them. */
export type TestName = { readonly file: string; readonly name: string }

const BLOCKS = new Set(['describe', 'test', 'it'])

/** Every test of a source file; what is not a test (comments, data, helpers) counts for nothing. */
export function testNames(file: string, source: string): TestName[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const found: TestName[] = []
  const look = (node: ts.Node, outer: string): void => {
    const block = ts.isCallExpression(node) ? blockOf(node) : null
    if (!block) return ts.forEachChild(node, (child) => look(child, outer))
    const name = [outer, block.name].filter(Boolean).join(' ')
    if (block.kind !== 'describe') found.push({ file, name })
    ts.forEachChild(node, (child) => look(child, name))
  }
  look(tree, '')
  return found
}

/** `test('…', …)`, `describe.each(…)('…', …)`, `test.each(rows)(…)`: what kind it is and what it is called. */
function blockOf(call: ts.CallExpression): { kind: string; name: string } | null {
  const [name] = call.arguments
  if (!name || (!ts.isStringLiteralLike(name) && !ts.isTemplateExpression(name))) return null
  const callee = ts.isCallExpression(call.expression) ? call.expression.expression : call.expression
  const kind = ts.isPropertyAccessExpression(callee)
    ? callee.expression.getText()
    : callee.getText()
  return BLOCKS.has(kind) ? { kind, name: name.getText().slice(1, -1) } : null
}
