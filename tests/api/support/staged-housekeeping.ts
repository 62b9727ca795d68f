import type { TestClient } from '../../support/client.ts'
import type { TestHouse } from '../../support/house.ts'
import { samplePicture } from '../../support/sample-pictures.ts'
import type { Sample } from './requests.ts'

type Id = { id: string }
export type StagedHousekeeping = Awaited<ReturnType<typeof stageHousekeeping>>

/** A cleaning in every state, and something found in a room in each of its states; all in empty rooms. */
export async function stageHousekeeping(inn: TestHouse, front: TestClient, rooms: readonly Id[]) {
  const [cleaner, manager] = await Promise.all([inn.as('housekeeping'), inn.as('manager')])
  const [r1, r2, r3, r4, r5, r6] = rooms as [Id, Id, Id, Id, Id, Id]
  const ask = async (room: Id) =>
    front.post<Id>(`/v1/rooms/${room.id}/request-cleaning`, { note: 'シーツの交換' })
  const step = (cleaning: Id, verb: string) => cleaner.post(`/v1/cleanings/${cleaning.id}/${verb}`)
  const inspect = async (inspectionRequired: boolean, version: number) =>
    manager.request('PATCH', `/v1/properties/${inn.property}/housekeeping-settings`, {
      body: { inspectionRequired, startMinutes: 45, cleaningMinutes: 90 },
      version,
    })

  const waiting = await ask(r1)
  const begun = await ask(r2)
  await step(begun, 'start')
  const done = await ask(r3)
  await step(done, 'finish')
  const { version } = (await front.get(`/v1/housekeeping?propertyId=${inn.property}`)).settings
  await inspect(true, version)
  const [toPass, toSendBack] = [await ask(r4), await ask(r5)]
  for (const one of [toPass, toSendBack]) await step(one, 'finish')
  await inspect(false, version + 1)

  const photo = await samplePicture('jpeg', { width: 80, height: 60 })
  const file = { type: 'image/jpeg', bytes: photo }
  const report = (room: Id, words: string) =>
    cleaner.post<Id>(`/v1/rooms/${room.id}/problems`, { report: words })
  const problem = await report(r6, '蛇口から水漏れ')
  const withPicture = await report(r6, '壁紙のはがれ')
  await cleaner.request('POST', `/v1/room-problems/${withPicture.id}/picture`, { file })
  const toResolve = await report(r1, '電球切れ')
  const closed = await report(r2, '網戸の破れ')
  await front.post(`/v1/room-problems/${closed.id}/resolve`, { note: '交換済み' })
  const people = (await front.get(`/v1/housekeeping?propertyId=${inn.property}`)).cleaners
  return {
    waiting,
    begun,
    done,
    toPass,
    toSendBack,
    problem,
    withPicture,
    toResolve,
    closed,
    file,
    freeRoom: r6,
    roomWithProblem: r6,
    staffId: people[0].id as string,
    settingsVersion: version + 2,
  }
}

/** One request of each operation of housekeeping that would succeed. */
export function housekeepingSamples(
  { property }: { property: string },
  today: string,
  at: StagedHousekeeping,
): Record<string, Sample> {
  const step = (one: Id, as = 'front', body: object = {}): Sample => ({
    as,
    params: { id: one.id },
    body: { ...body },
    answers: 200,
  })
  const get = (query: Sample['query'], params: Sample['params'] = {}): Sample => ({
    as: 'manager',
    query: query ?? {},
    params,
    answers: 200,
  })
  return {
    getHousekeeping: get({ propertyId: property, date: today }),
    listCleanings: get({ propertyId: property, state: 'waiting,begun', floor: '2' }),
    getCleaning: get({}, { id: at.begun.id }),
    listRoomProblems: get({ propertyId: property, status: 'open' }),
    getRoomProblem: get({}, { id: at.problem.id }),
    getProblemPicture: get({}, { id: at.withPicture.id }),
    startCleaning: step(at.waiting),
    putBackCleaning: step(at.begun),
    completeCleaning: step(at.begun),
    reopenCleaning: step(at.done),
    passInspection: step(at.toPass, 'manager'),
    sendBackCleaning: step(at.toSendBack, 'manager', { reason: '髪の毛が残っています' }),
    requestCleaning: {
      ...step(at.freeRoom, 'front', { note: 'お客様のご要望' }),
      answers: 201,
    },
    assignRooms: {
      as: 'front',
      body: {
        propertyId: property,
        date: today,
        roomIds: [at.freeRoom.id],
        staffId: at.staffId,
      },
      answers: 200,
    },
    editHousekeepingSettings: {
      as: 'manager',
      params: { id: property },
      body: { inspectionRequired: true, startMinutes: 30, cleaningMinutes: 60 },
      version: at.settingsVersion,
      answers: 200,
    },
    reportRoomProblem: {
      ...step(at.freeRoom, 'front', { report: 'エアコンから異音' }),
      answers: 201,
    },
    addProblemPicture: {
      as: 'front',
      params: { id: at.problem.id },
      file: at.file,
      answers: 201,
    },
    resolveRoomProblem: step(at.toResolve, 'front', { note: '交換しました' }),
    putIntoMaintenance: step(at.problem, 'manager', { nights: 2 }),
  }
}
