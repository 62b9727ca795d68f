import type { Express } from 'express'
import { ERRORS } from '../../domain/platform/errors.ts'
import type { AnyRoute } from './route.ts'

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#22303c;background:#fdfcf9}
h1,h2{line-height:1.25}code,pre{font:14px/1.5 ui-monospace,monospace;background:#f0ede5;border-radius:4px}code{padding:.1em .3em}
pre{padding:.75rem;overflow-x:auto}section{border-top:1px solid #d8d2c4;padding:.5rem 0}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #d8d2c4;padding:.4rem .5rem;text-align:left;vertical-align:top}a{color:#1f5d6b}.method{font-weight:700;text-transform:uppercase}`

const page = (title: string, body: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${STYLE}</style><body>${body}</body></html>`

/** Readable pages of the API, made from the same route objects and the same error table. */
export function mountDocs(app: Express, routes: readonly AnyRoute[]): void {
  const api = page(
    'Choba API',
    `<h1>Choba API</h1>
<p>The machine-readable document is <a href="/v1/openapi.json">/v1/openapi.json</a> (OpenAPI 3.1); refusals are explained in
<a href="/docs/problems">/docs/problems</a>. Commands need an <code>Idempotency-Key</code>; edits and decisions need
<code>If-Match</code> with the version you saw. Lists take <code>page</code>, <code>perPage</code>, <code>sort</code> and their filters.</p>
${[...Map.groupBy(routes, (route) => route.tag)].map(([tag, list]) => `<h2>${escape(tag)}</h2>${list.map(routeSection).join('')}`).join('')}`,
  )
  const problems = page(
    'Choba: problems',
    `<h1>Problems</h1><p>Every refusal is <code>application/problem+json</code> (RFC 9457).</p>
<table><tr><th>code</th><th>status</th><th>日本語</th><th>English</th></tr>${Object.entries(ERRORS)
      .map(
        ([code, row]) =>
          `<tr id="${code}"><td><code>${code}</code></td><td>${row.status}</td><td>${escape(row.ja.title)}<br>${escape(row.ja.detail)}</td><td>${escape(row.en.title)}<br>${escape(row.en.detail)}</td></tr>`,
      )
      .join('')}</table>`,
  )
  app.get('/docs', (_request, response) => void response.type('html').send(api))
  app.get('/docs/problems', (_request, response) => void response.type('html').send(problems))
}

function routeSection(route: AnyRoute): string {
  const schemas = [
    ['query', route.query],
    ['body', route.body],
    ['answer', route.kind === 'download' ? undefined : route.output],
  ] as const
  const permission =
    route.kind === 'open' ? 'no session needed' : `permission <code>${route.permission}</code>`
  return `<section id="${route.operationId}"><p><span class="method">${route.method}</span> <code>${escape(route.path)}</code> — ${escape(route.summary)} (${permission}${route.kind === 'download' ? `; answers ${escape(route.media.join(', '))}` : ''})</p>
${route.kind === 'upload' ? `<p>The body is the file itself: ${route.upload.mediaTypes.map((type) => `<code>${escape(type)}</code>`).join(', ')}, at most ${route.upload.bytesMax} bytes.</p>` : ''}
${schemas.map(([name, schema]) => (schema ? `<details><summary>${name}</summary><pre>${escape(JSON.stringify(schema, null, 2))}</pre></details>` : '')).join('')}</section>`
}
