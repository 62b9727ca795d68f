import { DomainError } from '../../domain/platform/errors.ts'
import type { CheckedPicture } from '../gateways/pictures.ts'
import type { Context } from '../platform/context.ts'
import { storePicture } from '../platform/store-picture.ts'

export const ROOM_PICTURES_MAX = 20

/** A picture joins the room's, at the end. */
export async function addRoomPicture(
  context: Context,
  input: { readonly roomId: string; readonly picture: CheckedPicture },
): Promise<{ pictureId: string }> {
  const { roomId, picture } = input
  const room = await lockPictures(context, roomId)
  if (room.pictureIds.length >= ROOM_PICTURES_MAX)
    throw new DomainError('limit_exceeded', { limit: ROOM_PICTURES_MAX })
  const { pictureId } = await storePicture(context, {
    propertyId: room.propertyId,
    subject: { kind: 'room', id: roomId },
    picture,
  })
  await context.sql.run(
    `insert into room_pictures (room_id, picture_id, position)
     select $1, $2, coalesce(max(position) + 1, 0) from room_pictures where room_id = $1`,
    [roomId, pictureId],
  )
  return { pictureId }
}

/**
 * The pictures in another order; the first is the room's face.
 *
 * @throws DomainError version_mismatch where these are not (or no longer) the room's pictures
 */
export async function orderRoomPictures(
  context: Context,
  input: { readonly roomId: string; readonly pictureIds: readonly string[] },
): Promise<void> {
  const { roomId, pictureIds } = input
  const room = await lockPictures(context, roomId)
  const named = new Set(pictureIds)
  const same =
    pictureIds.length === room.pictureIds.length && room.pictureIds.every((id) => named.has(id))
  if (!same) throw new DomainError('version_mismatch')
  await context.sql.run(
    `update room_pictures k set position = o.position - 1
     from unnest($2::uuid[]) with ordinality o(picture_id, position)
     where k.room_id = $1 and k.picture_id = o.picture_id`,
    [roomId, pictureIds],
  )
  context.audit({
    verb: 'picture.ordered',
    subject: { kind: 'room', id: roomId },
    propertyId: room.propertyId,
    before: { pictureIds: room.pictureIds },
    after: { pictureIds: [...pictureIds] },
  })
}

/** Taken out of the books altogether: somebody may be on it who should not be. */
export async function removeRoomPicture(
  context: Context,
  input: { readonly roomId: string; readonly pictureId: string },
): Promise<void> {
  const { sql } = context
  const room = await lockPictures(context, input.roomId)
  const removed = await sql.run(
    'delete from room_pictures where room_id = $1 and picture_id = $2',
    [input.roomId, input.pictureId],
  )
  if (removed === 0) throw new DomainError('not_found')
  await sql.run('delete from pictures where id = $1', [input.pictureId])
  context.audit({
    verb: 'picture.removed',
    subject: { kind: 'room', id: input.roomId },
    propertyId: room.propertyId,
    before: { pictureId: input.pictureId },
  })
}

async function lockPictures({ sql }: Context, roomId: string) {
  const room = await sql.maybe<{ propertyId: string }>(
    'select property_id as "propertyId" from rooms where id = $1 for no key update',
    [roomId],
  )
  if (!room) throw new DomainError('not_found')
  const rows = await sql.rows<{ id: string }>(
    'select picture_id as id from room_pictures where room_id = $1 order by position',
    [roomId],
  )
  return { ...room, pictureIds: rows.map((row) => row.id) }
}
