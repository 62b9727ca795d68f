import type { RequestOptions } from '../../support/client.ts'
import { housekeepingSamples } from './staged-housekeeping.ts'
import { arrival } from '../../support/arrival.ts'
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

function reads({ property }: { property: string }, at: Staged): Record<string, Sample> {
  const get = (query: Sample['query'] = {}, params: Sample['params'] = {}, as = 'manager') => ({
    as,
    query,
    params,
    answers: 200,
  })
  const nights = { fromNight: at.today, untilNight: addDays(at.today, 7) }
  return {
    getSession: get(),
    listProperties: get(),
    getClock: get(),
    listStaff: get(),
    listTokens: get({}, {}, 'operator'),
    listAuditEvents: get({ subject: `order:${at.order.id}` }),
    listCases: get({ propertyId: property, status: 'open' }),
    listRoomTypes: get({ propertyId: property }),
    getRoomType: get({}, { id: String(at.types['twin']) }),
    listRooms: get({
      propertyId: property,
      roomTypeId: String(at.types['twin']),
      retired: 'false',
    }),
    getRoom: get({}, { id: at.room.id }),
    listEquipment: get(),
    listRoomBlocks: get({ propertyId: property, status: 'open', roomId: at.blockedRoom.id }),
    getPicture: get({ size: 'thumbnail' }, { id: String(at.picturedRoom.pictures[0]?.id) }),
    listRates: get({ roomTypeId: String(at.types['twin']), ...nights }),
    getKpis: get({ propertyId: property, from: at.today, until: at.today, grain: 'day' }),
    getKpisCsv: get({ propertyId: property, from: at.today, until: at.today, language: 'ja' }),
    getToday: get({ propertyId: property }),
    getBoard: get({ propertyId: property, date: at.today }),
    getTimeline: get({ propertyId: property }),
    getAvailability: get({ propertyId: property, ...later(at) }),
    getLastRateEdit: get({ propertyId: property }),
    previewRateEdit: get({
      propertyId: property,
      roomTypeIds: String(at.types['twin']),
      ...nights,
      weekdays: '5,6',
      change: 'percent',
      value: '10',
    }),
    getRateRules: get({}, { id: String(at.types['twin']) }),
    getBirthdayBenefit: get({}, { id: property }),
    listCalendarDays: get(nights, { id: property }),
    getAvailabilityCalendar: get({ propertyId: property, ...nights }),
    getQuote: get({
      propertyId: property,
      memberId: at.member.id,
      stays: `${at.types['twin']}:${addDays(at.today, 10)}:${addDays(at.today, 12)}:2`,
    }),
    listOrders: get({
      propertyId: property,
      memberId: at.member.id,
      status: 'confirmed',
      q: '見本',
    }),
    getOrder: get({}, { id: at.order.id }),
    getOrderConfirmation: get({ language: 'ja' }, { id: at.order.id }),
    previewCancellation: get({ stayIds: at.order.stays[0].id }, { id: at.order.id }),
    listStays: get({ propertyId: property, status: 'confirmed,in_house', checkIn: at.today }),
    getStay: get({}, { id: at.arriving.id }),
    getMoveOptions: get({}, { id: at.order.stays[0].id }),
    previewEarlyDeparture: get({}, { id: at.leaving.id }),
    previewExtension: get(at.extension, { id: at.pinned.id }),
    listMembers: get({ q: '見本' }),
    findDuplicates: get({ kana: 'みほん さくら', birthDate: '1990-04-03', phone: '03-0000-0001' }),
    getMember: get({}, { id: at.member.id }),
    previewErasure: get({}, { id: at.member.id }),
    getRegistrationForm: get({}, { propertyCode: 'kawabe' }),
    getPoints: get({}, { id: at.member.id }),
    listPointEntries: get({ page: '1' }, { id: at.member.id }),
    listMessages: get({
      propertyId: property,
      memberId: at.member.id,
      subject: `order:${at.order.id}`,
      status: 'sent,queued',
      template: 'order_confirmed',
    }),
    getMessage: get({}, { id: at.message.id }),
    listMailbox: get({ propertyId: property }),
    getMail: get({}, { id: at.mail.id }),
    getMailSource: get({}, { id: at.mail.id }),
    getMailAttachment: get({}, { id: at.mail.id, index: '0' }),
    listApprovals: get({ propertyId: property, status: 'pending', kind: 'cancellation' }),
    getApproval: get({}, { id: at.request.id }),
  }
}

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

function commandsOfDesk({ property }: { property: string }, at: Staged): Record<string, Sample> {
  const front = (id: string, body: Sample['body'], answers = 200): Sample => ({
    as: 'front',
    params: { id },
    body: body ?? {},
    answers,
  })
  const days = { from: at.today, until: at.today }
  const look = (query: Sample['query'], params: Sample['params']): Sample => ({
    as: 'manager',
    ...(query && { query }),
    ...(params && { params }),
    answers: 200,
  })
  const later = { name: '見本 二郎', address: '北海道札幌市見本区1-1', occupation: '学生' }
  return {
    getStayStatement: look(undefined, { id: at.order.stays[0].id }),
    printStayStatement: look({ language: 'ja' }, { id: at.order.stays[0].id }),
    getOrderStatement: look(undefined, { id: at.order.id }),
    printOrderStatement: look({ language: 'en' }, { id: at.order.id }),
    getArrival: look(undefined, { id: at.arriving.id }),
    getGuestRegister: look({ propertyId: property, ...days }, undefined),
    getStayGuests: look(undefined, { id: at.inHouse.id }),
    revealGuestRegister: {
      as: 'manager',
      body: { propertyId: property, ...days, reason: '保健所の立入検査' },
      answers: 200,
    },
    revealStayGuests: front(at.inHouse.id, { reason: '記載の確認' }),
    editGuest: {
      ...front(at.guest.id, { address: '京都府京都市見本区7-8-9', reason: '転居' }),
      version: 1,
    },
    addGuest: front(at.groupInHouse.stays[0].id, later, 201),
    checkIn: front(at.arriving.id, arrival()),
    checkInOrder: front(at.groupArriving.id, {
      identity: arrival().identity,
      rooms: at.groupArriving.stays.map(({ id }: { id: string }) => ({
        stayId: id,
        guests: arrival().guests,
      })),
    }),
    correctTimes: front(at.inHouse.id, { checkedInAt: at.checkedInAt, reason: '打ち間違い' }),
    checkOut: front(at.inHouse.id, {}),
    checkOutOrder: front(at.groupInHouse.id, {}),
    undoCheckIn: front(at.wronglyIn.id, { reason: '部屋違い' }),
    undoCheckOut: front(at.left.id, { reason: '部屋違い' }),
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
