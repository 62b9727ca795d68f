import type { TestClient } from '../../support/client.ts'
import type { TestHouse } from '../../support/house.ts'
import { samplePicture } from '../../support/sample-pictures.ts'
import { addDays } from './staged.ts'

type RoomAnswer = { id: string; version: number; pictures: { id: string }[] }
type Stage = { today: string; types: Record<string, string> }

/** Rooms nobody sleeps in: one to retire, one retired, one with pictures, two with work to be done in them. */
export async function stageRooms(inn: TestHouse, operator: TestClient, { today, types }: Stage) {
  const picture = { type: 'image/jpeg', bytes: await samplePicture('jpeg') }
  const create = (number: string) =>
    operator.post<RoomAnswer>('/v1/rooms', {
      propertyId: inn.property,
      roomTypeId: types['twin'],
      number,
      floor: 2,
    })
  const rooms: RoomAnswer[] = []
  for (const number of ['281', '282', '283', '284', '285', '286']) rooms.push(await create(number))
  const [spare, retired, pictured, toOrder, toExtend, toRelease] = rooms as [
    RoomAnswer,
    RoomAnswer,
    RoomAnswer,
    RoomAnswer,
    RoomAnswer,
    RoomAnswer,
  ]
  await operator.post(`/v1/rooms/${retired.id}/retire`, { reason: '倉庫に転用' })
  const add = async (room: RoomAnswer) =>
    (await operator.request('POST', `/v1/rooms/${room.id}/pictures`, { file: picture }))
      .body as RoomAnswer
  const twoPicturesOf = async (room: RoomAnswer) => {
    await add(room)
    return add(room)
  }
  const blockOf = async (room: RoomAnswer) => {
    const nights = { fromNight: today, untilNight: addDays(today, 3) }
    const block = { kind: 'maintenance', ...nights, reason: '畳替え' }
    await operator.post(`/v1/rooms/${room.id}/block`, block)
    return (await operator.get(`/v1/room-blocks?roomId=${room.id}`)).data[0] as RoomAnswer
  }
  return {
    spareRoom: spare,
    retiredRoom: retired,
    picturedRoom: await twoPicturesOf(pictured),
    roomToOrder: await twoPicturesOf(toOrder),
    blockToChange: await blockOf(toExtend),
    blockToRelease: await blockOf(toRelease),
    picture,
  }
}
