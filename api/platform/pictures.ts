import { Type } from 'typebox'
import { findPicture } from '../../db/platform/picture-queries.ts'
import {
  checkPicture,
  PICTURE_BYTES_MAX,
  PICTURE_TYPES,
} from '../../activities/gateways/pictures.ts'
import { byId } from './belongings.ts'
import { found } from './found.ts'
import { download } from './route.ts'
import { IdParams, Shape } from './schemas.ts'

/** What every route has that takes a picture: its kinds, its size, and the check before the transaction. */
export const PICTURE_UPLOAD = {
  upload: { mediaTypes: PICTURE_TYPES, bytesMax: PICTURE_BYTES_MAX },
  prepare: checkPicture,
} as const

/** A picture never changes under its address; kept by this person's browser alone. */
const FOR_EVER = 'private, max-age=31536000, immutable'
const KEPT_AS = 'image/webp'

export const getPictureRoute = download({
  path: '/v1/pictures/{id}',
  operationId: 'getPicture',
  tag: 'platform',
  permission: 'room.read',
  summary: 'A picture, or its small likeness',
  params: IdParams,
  query: Shape({
    size: Type.Optional(Type.Enum(['full', 'thumbnail'], { type: 'string', default: 'full' })),
  }),
  subject: byId('picture'),
  media: [KEPT_AS],
  async handle({ sql }, { params, query: { size } }) {
    const bytes = found(await findPicture(sql, params.id, size === 'thumbnail'))
    const fileName = `${params.id}.webp`
    return { mediaType: KEPT_AS, fileName, bytes, inline: true, cacheControl: FOR_EVER }
  },
})
