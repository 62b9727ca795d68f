import type { CleaningStep } from '../../domain/housekeeping/cleaning-life.ts'
import type { NextStep, ProcessKind } from '../../domain/platform/processes.ts'

export type OrderStep = 'remind' | 'expire'
export type CancellationStep = 'raiseOverdue' | 'settle'
export type StayStep = 'raiseOverdue'
export type DayRollStep = 'roll'
export type MessageStep = 'deliver'
export type BlockStep = 'warn' | 'end'
export type RegistrationStep = 'expire'

/** What a process is handed: its business id and nothing else (features.md, decision 27). */
export type Subject = { readonly id: string }

/** One look at the books. */
export type Reading<Step extends string> = {
  readonly next: NextStep<Step>
  /**
   * What the house clock showed at that moment (RFC 3339). The process waits for the difference to
   * `next.at`, so it depends on no clock but the books' own.
   */
  readonly now: string
  /** A case is open because this process could not go on; it closes itself as soon as nothing is due. */
  readonly hasCase: boolean
}

export type Trouble = {
  readonly process: ProcessKind
  readonly id: string
  /** What failed, for the person who reads the case: a step's name and an error code. */
  readonly cause: string
}

/** What may take long, because somebody outside the house is asked. */
export type MailActivities = {
  /** One attempt, if one is due; what became of it stands in the books. */
  deliverMessage(subject: Subject): Promise<void>
}

/** Everything a process can ask for: one reading each, and the verbs of its steps. */
export type ProcessActivities = {
  nextOrderStep(subject: Subject): Promise<Reading<OrderStep>>
  remindOrder(subject: Subject): Promise<void>
  expireOrder(subject: Subject): Promise<void>

  nextCancellationStep(subject: Subject): Promise<Reading<CancellationStep>>
  raiseOverdueRequest(subject: Subject): Promise<void>
  settleCancellation(subject: Subject): Promise<void>

  nextStayStep(subject: Subject): Promise<Reading<StayStep>>
  raiseOverdueDeparture(subject: Subject): Promise<void>

  nextCleaningStep(subject: Subject): Promise<Reading<CleaningStep>>
  raiseCleaningNotBegun(subject: Subject): Promise<void>
  raiseCleaningOverrun(subject: Subject): Promise<void>

  nextMessageStep(subject: Subject): Promise<Reading<MessageStep>>
  nextDayRollStep(subject: Subject): Promise<Reading<DayRollStep>>
  rollDay(subject: Subject): Promise<void>

  nextBlockStep(subject: Subject): Promise<Reading<BlockStep>>
  warnBlockEnding(subject: Subject): Promise<void>
  endBlock(subject: Subject): Promise<void>

  nextRegistrationStep(subject: Subject): Promise<Reading<RegistrationStep>>
  expireRegistration(subject: Subject): Promise<void>

  /** Puts a process that cannot go on onto the list of things that need a person; once, however often called. */
  openProcessCase(trouble: Trouble): Promise<void>
  /** It goes on again: the case closes itself. */
  closeProcessCase(process: Pick<Trouble, 'process' | 'id'>): Promise<void>
} & MailActivities
