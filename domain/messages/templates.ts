import type { Language } from '../platform/errors.ts'
import { cancellationLetterOf, type CancellationTemplate } from './cancellation-letters.ts'
import type { Letter } from './letter.ts'
import { orderLetterOf, type OrderTemplate } from './order-letters.ts'
import type { CancellationParams, OrderParams } from './order-params.ts'
import {
  type KnownMemberParams,
  registrationConfirm,
  registrationKnown,
  type RegistrationParams,
} from './registration-letters.ts'

/** What each template must be told. A new one: its name and parameters here, its words below. */
export type MessageParams = { readonly [T in OrderTemplate]: OrderParams } & {
  readonly [T in CancellationTemplate]: CancellationParams
} & {
  readonly registration_confirm: RegistrationParams
  readonly registration_known: KnownMemberParams
}

export type TemplateName = keyof MessageParams

/** Every letter the house writes, in both languages. Pure: the same parameters give the same words. */
export const TEMPLATES: {
  readonly [T in TemplateName]: (params: MessageParams[T], language: Language) => Letter
} = {
  order_confirmed: orderLetterOf('order_confirmed'),
  order_pending: orderLetterOf('order_pending'),
  order_reminded: orderLetterOf('order_reminded'),
  order_expired: orderLetterOf('order_expired'),
  order_cancelled: cancellationLetterOf('order_cancelled'),
  cancellation_requested: cancellationLetterOf('cancellation_requested'),
  cancellation_settled: cancellationLetterOf('cancellation_settled'),
  cancellation_rejected: cancellationLetterOf('cancellation_rejected'),
  registration_confirm: registrationConfirm,
  registration_known: registrationKnown,
}

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[]

export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(TEMPLATES, name)

export const letterOf = <T extends TemplateName>(
  template: T,
  params: MessageParams[T],
  language: Language,
): Letter => TEMPLATES[template](params, language)
