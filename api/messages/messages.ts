import { Type } from 'typebox'
import { MESSAGE_STATUSES } from '../../domain/messages/message-life.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import { findMessage, listMessages, MESSAGE_SORTS } from '../../db/messages/message-queries.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { writeLetter } from '../../activities/messages/compose-mail.ts'
import { resendMessage } from '../../activities/messages/resend-message.ts'
import type { SealedMessage } from '../../activities/messages/send-message.ts'
import type { Vault } from '../../activities/platform/vault.ts'
import { byId } from '../platform/belongings.ts'
import { found } from '../platform/found.ts'
import { command, query } from '../platform/route.ts'
import {
  type Answer,
  Id,
  IdParams,
  IdsFilter,
  listOf,
  listQuery,
  Reason,
  Shape,
  TEXT,
} from '../platform/schemas.ts'
import { limitedTo } from '../platform/visible.ts'
import { Message, messageRecord, MessageWithWords, Template } from './message-record.ts'

const listMessagesRoute = query({
  method: 'get',
  path: '/v1/messages',
  operationId: 'listMessages',
  tag: 'messages',
  permission: 'message.read',
  summary: 'What was written to whom and what became of it, the latest first; without the words',
  query: listQuery(MESSAGE_SORTS, {
    ...IdsFilter,
    propertyId: Type.Optional(Id),
    memberId: Type.Optional(Id),
    subject: Type.Optional(
      Type.String({
        pattern: '^(order|member):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
        examples: ['order:019a8f6e-6f00-7000-8000-000000000001'],
      }),
    ),
    status: Type.Optional(Type.Array(Type.Enum([...MESSAGE_STATUSES], TEXT))),
    template: Type.Optional(Type.Array(Template)),
  }),
  output: listOf(Message),
  async handle({ sql, actor }, { query: wish }) {
    const mine = limitedTo(actor, 'message.read', wish)
    const page = await listMessages(sql, { ...wish, ...mine }, wish)
    return { ...page, data: page.data.map((row) => messageRecord(actor, row)) }
  },
})

const getMessageRoute = query({
  method: 'get',
  path: '/v1/messages/{id}',
  operationId: 'getMessage',
  tag: 'messages',
  permission: 'message.read',
  summary: 'One message with its words',
  params: IdParams,
  subject: byId('message'),
  output: MessageWithWords,
  handle: ({ sql, actor, house }, { params }) => answerMessage(sql, house.vault, actor, params.id),
})

const resendMessageRoute = command({
  method: 'post',
  path: '/v1/messages/{id}/resend',
  operationId: 'resendMessage',
  tag: 'messages',
  permission: 'message.resend',
  status: 201,
  summary: 'Says the same again, as another mail, to the address of today',
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: byId('message'),
  output: MessageWithWords,
  problems: ['state_conflict', 'no_mail_address'],
  async handle(context, { params, body }) {
    const { messageId } = await resendMessage(context, { messageId: params.id, ...body })
    const answer = await answerMessage(context.sql, context.vault, context.actor, messageId)
    if (answer.memberId !== null) context.concerns(answer.memberId)
    return answer
  },
})

async function answerMessage(
  sql: Sql,
  vault: Vault,
  actor: Actor,
  id: string,
): Promise<Answer<typeof MessageWithWords>> {
  const { sealed, ...row } = found(await findMessage(sql, id))
  const record = messageRecord(actor, row)
  const opened = sealed && (await vault.open(sql, row.memberId, sealed))
  if (opened === null) return { ...record, letter: null }
  const said = JSON.parse(opened) as SealedMessage
  const { subject, text, html } = await writeLetter(sql, row, said)
  return { ...record, letter: { name: said.name, address: said.address, subject, text, html } }
}

export const messageRoutes = [listMessagesRoute, getMessageRoute, resendMessageRoute]
