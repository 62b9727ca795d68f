import type { Response } from 'express'
import type { Download } from './route.ts'

/** What RFC 8187 lets stand unescaped in `filename*`. */
const escaped = (name: string) =>
  encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** RFC 6266: the name in any script (RFC 5987), and a plain one for programs that cannot read it. */
export function contentDisposition({ fileName, inline }: Download): string {
  const plain = fileName.replace(/[^\w. -]+/g, '_')
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${escaped(fileName)}`
}

/** A file leaves the house under its true type; no browser guesses another (helmet sends nosniff). */
export function sendDownload(
  response: Response,
  media: readonly string[],
  download: Download,
): void {
  if (!media.includes(download.mediaType))
    throw new Error(`a download of a type its route does not name: ${download.mediaType}`)
  response.status(200)
  response.setHeader('Content-Type', download.mediaType)
  response.setHeader('Content-Disposition', contentDisposition(download))
  response.setHeader('Cache-Control', download.cacheControl ?? 'no-store')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.end(Buffer.from(download.bytes))
}
