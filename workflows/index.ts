/** The root of the workflow bundle: workflows and nothing else. A workflow's type is its process's name. */
export { cancellation } from './approvals/cancellation.ts'
export { block } from './lodging/block.ts'
export { dayRoll as day_roll } from './lodging/day-roll.ts'
export { cleaning } from './housekeeping/cleaning.ts'
export { order } from './lodging/order.ts'
export { stay } from './lodging/stay.ts'
export { registration } from './members/registration.ts'
export { message } from './messages/message.ts'
