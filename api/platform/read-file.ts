import express, { type Request, type Response } from 'express'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Upload } from './route.ts'

/**
 * The body of a request as bytes. Read only after its sender was let in: nobody else makes us hold megabytes.
 *
 * @throws DomainError media_type_unsupported; an error of the body parser for one too large or cut off
 */
export async function readFile(
  request: Request,
  response: Response,
  upload: Upload,
): Promise<Buffer> {
  const accepted = upload.mediaTypes.join(', ')
  if (!request.is([...upload.mediaTypes])) {
    throw new DomainError('media_type_unsupported', { accepted })
  }
  const parse = express.raw({ limit: upload.bytesMax, inflate: false, type: () => true })
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error ? reject(error) : resolve()))
  })
  const body: unknown = request.body
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}
