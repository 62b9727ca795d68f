import type { RequestOptions } from '../../support/client.ts'
import { commandsOfDesk } from './requests-desk.ts'
import { reads } from './requests-reads.ts'
import { housekeepingSamples } from './staged-housekeeping.ts'
import { addDays, type Staged } from './staged.ts'

export type Sample = {
  /** Who asks: a login of the demo house. */
  readonly as: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
  readonly file?: NonNullable<RequestOptions['file']>
  readonly version?: number
  readonly answers: number
}

/** One request of each operation that would succeed, on the records of a staged house. */
export function samples(inn: { property: string }, at: Staged): Readonly<Record<string, Sample>> {
  return {
    ...reads(inn, at),
    ...commandsOfRooms(inn, at),
    ...commandsOnRooms(at),
    ...commandsOfGuests(inn, at),
    ...commandsOfDesk(inn, at),
    ...commandsOfStaff(inn, at),
    ...housekeepingSamples(inn, at.today, at.housekeeping),
  }
}

const later = (at: Staged) => ({ checkIn: addDays(at.today, 60), checkOut: addDays(at.today, 62) })

function commandsOfRooms({ property }: { property: string }, at: Staged): Record<string, Sample> {
  return {
    createRoomType: {
      as: 'operator',
      body: { propertyId: property, code: 'annex', name: '離れ', nameEn: 'Annex', capacity: 3 },
      answers: 201,
    },
    editRoomType: {
      as: 'operator',
      params: { id: String(at.types['twin']) },
      body: { name: '和洋室', nameEn: 'Twin with tatami', capacity: 3 },
      version: 1,
      answers: 200,
    },
    createRoom: {
      as: 'operator',
      body: { propertyId: property, roomTypeId: at.types['twin'], number: '299', floor: 2 },
      answers: 201,
    },
    editRoom: {
      as: 'operator',
      params: { id: at.room.id },
      body: { number: '309', floor: 3 },
      version: at.room.version,
      answers: 200,
    },
    finishCleaning: { as: 'front', params: { id: at.cleaningRoomId }, body: {}, answers: 200 },
    blockRoom: {
      as: 'manager',
      params: { id: at.room.id },
      body: {
        kind: 'maintenance',
        fromNight: addDays(at.today, 5),
        untilNight: addDays(at.today, 6),
        reason: '畳替え',
      },
      answers: 200,
    },
    releaseRoom: {
      as: 'manager',
      params: { id: at.blockedRoom.id },
      body: { reason: '修理完了' },
      answers: 200,
    },
    editRates: {
      as: 'manager',
      body: at.rateEdit,
      answers: 201,
    },
    undoRateEdit: {
      as: 'manager',
      params: { id: at.rateEditId },
      body: {},
      answers: 200,
    },
    saveRateRules: {
      as: 'manager',
      params: { id: String(at.types['twin']) },
      body: {
        base: 13_500,
        weekdays: [{ weekday: 6, surcharge: { kind: 'percent', value: 30 } }],
        holidayEve: { kind: 'plus', value: 3_000 },
        seasons: [
          {
            name: '紅葉',
            nameEn: 'Autumn leaves',
            from: addDays(at.today, 200),
            until: addDays(at.today, 230),
            base: 18_000,
          },
        ],
        pricedUntil: addDays(at.today, 400),
        publishOn: addDays(at.today, 7),
      },
      version: 1,
      answers: 200,
    },
    withdrawRateRules: {
      as: 'manager',
      params: { id: String(at.types['suite']) },
      body: { version: 2 },
      answers: 200,
    },
    editBirthdayBenefit: {
      as: 'manager',
      params: { id: property },
      body: {
        percent: 10,
        daysAround: 7,
        basis: 'check_in',
        leapDay: 'mar_1',
        rounding: 'nearest',
      },
      version: 1,
      answers: 200,
    },
    markCalendarDay: {
      as: 'manager',
      params: { id: property },
      body: { day: addDays(at.today, 90), kind: 'closed', name: '全館清掃', nameEn: 'Deep clean' },
      answers: 200,
    },
    setRates: {
      as: 'manager',
      body: {
        roomTypeId: at.types['twin'],
        fromNight: addDays(at.today, 100),
        untilNight: addDays(at.today, 110),
        amount: 15_000,
        weekdays: [5, 6],
      },
      answers: 200,
    },
  }
}

function commandsOnRooms(at: Staged): Record<string, Sample> {
  const on = (room: { id: string }, body: Sample['body'], as = 'operator'): Sample => ({
    as,
    params: { id: room.id },
    ...(body && { body }),
    answers: 200,
  })
  const pictureIds = at.roomToOrder.pictures.map(({ id }) => id).toReversed()
  return {
    retireRoom: on(at.spareRoom, { reason: '客室数の見直し' }),
    unretireRoom: on(at.retiredRoom, { reason: '再開' }),
    addRoomPicture: { ...on(at.spareRoom, undefined), file: at.picture, answers: 201 },
    orderRoomPictures: on(at.roomToOrder, { pictureIds }),
    removeRoomPicture: on(at.picturedRoom, { pictureId: at.picturedRoom.pictures[1]?.id }),
    changeRoomBlock: {
      ...on(at.blockToChange, { untilNight: addDays(at.today, 6), reason: '部品待ち' }, 'manager'),
      version: 1,
    },
    releaseRoomBlock: on(at.blockToRelease, { reason: '完了' }, 'manager'),
  }
}

function commandsOfGuests({ property }: { property: string }, at: Staged): Record<string, Sample> {
  const decision = (as: string, request: typeof at.request): Sample => ({
    as,
    params: { id: request.id },
    body: { digest: request.digest, reason: 'お客様と電話で確認済み' },
    version: request.version,
    answers: 200,
  })
  return {
    placeOrder: {
      as: 'front',
      body: {
        propertyId: property,
        memberId: at.member.id,
        channel: 'desk',
        stays: [{ roomTypeId: at.types['twin'], ...later(at), count: 1, guestsPerRoom: 2 }],
      },
      answers: 201,
    },
    cancelOrder: {
      as: 'front',
      params: { id: at.waiting.id },
      body: { stayIds: [at.waiting.stays[0].id], reason: '都合により', digest: at.waitingDigest },
      answers: 200,
    },
    ...movesOfStays(at),
    registerMember: {
      as: 'front',
      body: {
        name: '𠮷田 髙子',
        kana: 'ヨシダ タカコ',
        phone: '03-0000-0099',
        email: 'takako@example.com',
        birthDate: '1988-08-08',
        identity: { type: 'passport', number: 'TZ9900099' },
      },
      answers: 201,
    },
    editMember: {
      as: 'front',
      params: { id: at.otherMember.id },
      body: {
        name: '見本 一郎',
        kana: 'ミホン イチロウ',
        phone: '03-0000-0012',
        email: 'ichiro@example.net',
        birthDate: '1984-12-31',
        identity: { type: 'residence_card', number: 'AB12345678CD' },
        reason: '申告の訂正',
      },
      version: at.otherMember.version,
      answers: 200,
    },
    revealIdentity: {
      as: 'manager',
      params: { id: at.member.id },
      body: { reason: '警察からの照会' },
      answers: 200,
    },
    eraseMember: {
      as: 'manager',
      params: { id: at.newcomer.id },
      body: { reason: '本人の申し出' },
      version: at.newcomer.version,
      answers: 200,
    },
    linkChannel: {
      as: 'M1001',
      params: { id: at.member.id },
      body: { ticket: at.ticket },
      answers: 200,
    },
    resendMessage: {
      as: 'front',
      params: { id: at.message.id },
      body: { reason: 'お客様のご希望' },
      answers: 201,
    },
    topUp: {
      as: 'front',
      params: { id: at.member.id },
      body: { propertyId: property, amount: 10_000 },
      answers: 201,
    },
    approve: decision('manager', at.request),
    reject: decision('manager', at.toReject),
    withdraw: decision('front', at.toWithdraw),
  }
}

function movesOfStays({
  order,
  arriving,
  pinned,
  room,
  ...staged
}: Staged): Record<string, Sample> {
  const [one, other] = order.stays
  const at = (stay: { id: string }, body: Sample['body'] = {}): Sample => ({
    as: 'front',
    params: { id: stay.id },
    body: { ...body, reason: 'お客様のご希望' },
    answers: 200,
  })
  return {
    moveStay: at(one, { roomId: room.id }),
    swapStays: at(one, { withStayId: other.id }),
    pinStay: at(arriving),
    unpinStay: at(pinned),
    extendStay: {
      ...at(pinned),
      body: { ...staged.extension, digest: staged.extensionDigest },
    },
    departEarly: at(staged.leaving, { digest: staged.departureDigest }),
  }
}

function commandsOfStaff({ property }: { property: string }, at: Staged): Record<string, Sample> {
  return {
    hireStaff: {
      as: 'operator',
      body: {
        login: 'newcomer',
        displayName: '新人 花子',
        password: 'a-long-enough-password',
        propertyId: property,
        roles: ['front'],
      },
      answers: 201,
    },
    disableStaff: {
      as: 'operator',
      params: { id: at.leaver.id },
      body: { reason: '退職' },
      answers: 200,
    },
    issueToken: {
      as: 'operator',
      body: { name: 'POS', propertyId: property, scopes: ['orders.read'], validDays: 30 },
      answers: 201,
    },
    revokeToken: {
      as: 'operator',
      params: { id: at.token.id },
      body: { reason: '入れ替え' },
      answers: 200,
    },
    advanceClock: { as: 'operator', body: { bySeconds: 1 }, answers: 200 },
  }
}

export const addressOf = (path: string, sample: Pick<Sample, 'params' | 'query'>) => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => sample.params?.[name] ?? name)
  const query = new URLSearchParams(sample.query).toString()
  return query ? `${filled}?${query}` : filled
}

export const optionsOf = (sample: Sample): RequestOptions => ({
  ...(sample.body === undefined ? {} : { body: sample.body }),
  ...(sample.file === undefined ? {} : { file: sample.file }),
  ...(sample.version === undefined ? {} : { version: sample.version }),
})
