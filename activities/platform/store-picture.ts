import type { CheckedPicture } from '../gateways/pictures.ts'
import type { Context, Subject } from './context.ts'
import { newId } from './new-id.ts'

export type StorePicture = {
  readonly propertyId: string
  /** What it shows: the trail tells it there, and its screens look again. */
  readonly subject: Subject
  readonly picture: CheckedPicture
}

/** A checked picture goes into the books: they alone are backed up, and who may see it is asked there. */
export async function storePicture(
  context: Context,
  { propertyId, subject, picture }: StorePicture,
): Promise<{ pictureId: string }> {
  const pictureId = newId()
  const { sha256, width, height, bytes, thumbnail } = picture
  await context.sql.run(
    `insert into pictures (id, property_id, sha256, width, height, bytes, thumbnail, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [pictureId, propertyId, sha256, width, height, bytes, thumbnail, context.now],
  )
  context.audit({
    verb: 'picture.added',
    subject,
    propertyId,
    after: { pictureId, width, height, sha256: sha256.toString('hex') },
  })
  return { pictureId }
}
