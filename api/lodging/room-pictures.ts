import { Type } from 'typebox'
import {
  addRoomPicture,
  orderRoomPictures,
  removeRoomPicture,
  ROOM_PICTURES_MAX,
} from '../../activities/lodging/room-pictures.ts'
import { byId } from '../platform/belongings.ts'
import { PICTURE_UPLOAD } from '../platform/pictures.ts'
import { command, upload } from '../platform/route.ts'
import { Id, IdParams, Shape } from '../platform/schemas.ts'
import { answerRoom, Room } from './room-record.ts'

const addPictureRoute = upload({
  path: '/v1/rooms/{id}/pictures',
  operationId: 'addRoomPicture',
  tag: 'lodging',
  permission: 'room.edit',
  status: 201,
  summary: "A picture joins the room's: encoded anew, without what the camera wrote into it",
  params: IdParams,
  ...PICTURE_UPLOAD,
  subject: byId('room'),
  output: Room,
  problems: ['picture_unreadable', 'limit_exceeded'],
  async handle(context, { params, prepared }) {
    await addRoomPicture(context, { roomId: params.id, picture: prepared })
    return answerRoom(context, params.id)
  },
})

const orderPicturesRoute = command({
  method: 'post',
  path: '/v1/rooms/{id}/order-pictures',
  operationId: 'orderRoomPictures',
  tag: 'lodging',
  permission: 'room.edit',
  summary: "The room's pictures in this order; all of them",
  params: IdParams,
  body: Shape({ pictureIds: Type.Array(Id, { minItems: 1, maxItems: ROOM_PICTURES_MAX }) }),
  subject: byId('room'),
  output: Room,
  problems: ['version_mismatch'],
  async handle(context, { params, body }) {
    await orderRoomPictures(context, { roomId: params.id, ...body })
    return answerRoom(context, params.id)
  },
})

const removePictureRoute = command({
  method: 'post',
  path: '/v1/rooms/{id}/remove-picture',
  operationId: 'removeRoomPicture',
  tag: 'lodging',
  permission: 'room.edit',
  summary: 'Takes a picture out of the books',
  params: IdParams,
  body: Shape({ pictureId: Id }),
  subject: byId('room'),
  output: Room,
  async handle(context, { params, body }) {
    await removeRoomPicture(context, { roomId: params.id, ...body })
    return answerRoom(context, params.id)
  },
})

export const roomPictureRoutes = [addPictureRoute, orderPicturesRoute, removePictureRoute]
