import type { components } from './schema.d.ts'

type Schemas = components['schemas']

export type Problem = Schemas['Problem']
export type Session = Schemas['Session']
export type Property = Session['properties'][number]
export type Clock = Schemas['Clock']
export type Board = Schemas['Board']
export type BoardRoom = Board['rooms'][number]
export type BoardStay = NonNullable<BoardRoom['stay']>
export type RoomStatus = BoardRoom['status']
export type Availability = Schemas['Availability']
export type AvailableType = Availability['roomTypes'][number]
export type Order = Schemas['Order']
export type Stay = Schemas['Stay']
export type CancellationPreview = Schemas['CancellationPreview']
export type Approval = Schemas['Approval']
export type CancellationSums = Approval['preview']
export type Member = Schemas['Member']
export type PointLots = Schemas['PointLots']
export type PointEntry = Schemas['PointEntry']
export type AuditEvent = Schemas['AuditEvent']
export type Case = Schemas['Case']
