import type { components, paths } from './schema.d.ts'

type Schemas = components['schemas']

/** The body of a good answer to GET. */
type Read<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** One entry of a list. */
type Entry<Path extends keyof paths> = Read<Path> extends { data: (infer Item)[] } ? Item : never

/** The body of a command. */
type Sent<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never

export type Problem = Schemas['Problem']
export type Session = Schemas['Session']
export type Property = Session['properties'][number]
export type Board = Read<'/v1/board'>
export type BoardRoom = Schemas['BoardRoom']
export type BoardStay = Schemas['BoardStay']
export type Room = Schemas['Room']
export type RoomBlock = Schemas['RoomBlock']
export type RoomType = Schemas['RoomType']
export type RoomStatus = BoardRoom['status']
export type Timeline = Read<'/v1/timeline'>
export type TimelineRoom = Schemas['TimelineRoom']
export type TimelineSpan = Schemas['TimelineSpan']
export type Availability = Read<'/v1/availability'>
export type Quote = Read<'/v1/quotes'>
export type AvailableType = Availability['roomTypes'][number]
export type Order = Schemas['Order']
export type Stay = Schemas['Stay']
export type CancellationSums = Schemas['CancellationPreview']
export type Approval = Schemas['Approval']
export type Member = Schemas['Member']
export type PointEntry = Entry<'/v1/members/{id}/point-entries'>
export type AuditEvent = Entry<'/v1/audit-events'>
export type Case = Schemas['Case']
export type Message = Schemas['Message']
export type MessageWithWords = Schemas['MessageWithWords']
export type CaughtMail = Schemas['CaughtMail']
export type OpenedMail = Schemas['OpenedMail']
export type Today = Read<'/v1/today'>
export type Kpis = Read<'/v1/kpis'>
export type KpiFigures = Schemas['KpiFigures']
export type TodayStay = Schemas['TodayStay']
export type TodayPayment = Schemas['TodayPayment']
export type TodayRoom = Schemas['TodayRoom']
export type NightCalendar = Read<'/v1/availability-calendar'>
export type CalendarType = NightCalendar['roomTypes'][number]
export type CalendarNight = Schemas['CalendarNight']
export type CalendarDate = Schemas['CalendarDate']
export type RateRules = Schemas['RateRules']
export type RateRulesVersion = Schemas['RateRulesVersion']
export type Rules = RateRulesVersion['rules']
export type Surcharge = Rules['weekdays'][number]['surcharge']
export type Season = Rules['seasons'][number]
export type BirthdayBenefit = Schemas['BirthdayBenefit']
export type HouseDay = Schemas['CalendarDay']
export type RatePreview = Read<'/v1/rate-edits/preview'>
export type AgreedNight = Schemas['AgreedNight']
export type ArrivalSheet = Schemas['ArrivalSheet']
export type GuestInBrief = Schemas['GuestInBrief']
export type RevealedGuest = Schemas['RevealedGuest']
export type EarlierGuest = Schemas['EarlierGuest']
export type RegisteredStay = Schemas['RegisteredStay']
export type Licence = RegisteredStay['licence']

type CheckInBody =
  paths['/v1/stays/{id}/check-in']['post']['requestBody']['content']['application/json']
export type GuestBody = CheckInBody['guests'][number]
export type Housekeeping = Read<'/v1/housekeeping'>
export type HousekeepingRoom = Schemas['HousekeepingRoom']
export type HousekeepingSettings = Schemas['HousekeepingSettings']
export type Cleaning = Schemas['Cleaning']
export type RoomProblem = Schemas['RoomProblem']
export type NewMember = Sent<'/v1/members'>
export type Registration = Sent<'/v1/registrations'>
export type Duplicate = Entry<'/v1/member-duplicates'>
export type ErasurePreview = Read<'/v1/members/{id}/erasure-preview'>
export type RevealedIdentity = { type: NewMember['identity']['type']; number: string }
export type Statement = Schemas['Statement']
