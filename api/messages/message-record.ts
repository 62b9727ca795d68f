import { Type } from 'typebox'
import { MESSAGE_STATUSES } from '../../domain/messages/message-life.ts'
import { TEMPLATE_NAMES } from '../../domain/messages/templates.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import { mayDo } from '../../domain/platform/permissions.ts'
import type { MessageRow } from '../../db/messages/message-queries.ts'
import {
  type Answer,
  Actions,
  Id,
  Moment,
  OrNull,
  Shape,
  TEXT,
  Version,
} from '../platform/schemas.ts'

const FIELDS = {
  id: Id,
  template: Type.Enum([...TEMPLATE_NAMES]),
  language: Type.Enum(['ja', 'en']),
  propertyId: Id,
  subject: Type.String({ examples: ['order:019a8f6e-6f00-7000-8000-000000000001'] }),
  memberId: OrNull(Id),
  status: Type.Enum([...MESSAGE_STATUSES]),
  queuedAt: Moment,
  finishedAt: OrNull(Moment),
  nextAttemptAt: Type.Union([Moment, Type.Null()], {
    description: 'When it is tried again; null when it is over, or waits for a mail server.',
  }),
  attempts: Type.Integer(),
  held: Type.Boolean({ description: 'There is no mail server to give it to.' }),
  lastError: OrNull(Type.String()),
  resendOf: OrNull(Id),
  version: Version,
  allowedActions: Actions,
}

export const Message = Shape(FIELDS, { title: 'Message' })

export const MessageWithWords = Shape(
  {
    ...FIELDS,
    letter: Type.Union(
      [
        Shape({
          name: Type.String(),
          address: Type.String(),
          subject: Type.String(),
          text: Type.String(),
          html: Type.String(),
        }),
        Type.Null(),
      ],
      { description: 'Null where nothing was said, or the person was erased.' },
    ),
  },
  { title: 'MessageWithWords' },
)

export const Template = Type.Enum([...TEMPLATE_NAMES], TEXT)

export function messageRecord(actor: Actor, row: MessageRow): Answer<typeof Message> {
  const { issuerId, subjectKind, subjectId, chainIsOpen, ...shown } = row
  const belonging = { issuerId, propertyId: row.propertyId, memberId: row.memberId }
  const wasSaid = row.status !== 'skipped' && !chainIsOpen
  return {
    ...shown,
    subject: `${subjectKind}:${subjectId}`,
    nextAttemptAt: row.status === 'queued' && !row.held ? row.nextAttemptAt : null,
    allowedActions: wasSaid && mayDo(actor, 'message.resend', belonging) ? ['resend'] : [],
  }
}
