import { Type } from 'typebox'
import { DomainError } from '../../domain/platform/errors.ts'
import {
  type CaughtMailRow,
  findCaughtMail,
  listCaughtMails,
  MAILBOX_SORTS,
} from '../../db/messages/mailbox-queries.ts'
import { type ReadMail, readMail } from '../../activities/gateways/read-mail.ts'
import type { MailSummary } from '../../activities/messages/catch-mail.ts'
import { byId } from '../platform/belongings.ts'
import { found } from '../platform/found.ts'
import { download, query, type Reader } from '../platform/route.ts'
import { Id, IdParams, listOf, listQuery, Moment, OrNull, Shape } from '../platform/schemas.ts'
import { limitedTo } from '../platform/visible.ts'

const FIELDS = {
  id: Id,
  caughtAt: Moment,
  propertyId: Id,
  messageId: OrNull(Id),
  from: Type.String(),
  to: Type.String(),
  subject: Type.String(),
}
const CaughtMail = Shape(
  { ...FIELDS, attachments: Type.Integer({ description: 'How many.' }) },
  { title: 'CaughtMail' },
)
const OpenedMail = Shape(
  {
    ...FIELDS,
    sentAt: OrNull(Moment),
    text: Type.String(),
    html: OrNull(Type.String()),
    attachments: Type.Array(
      Shape({ fileName: Type.String(), mediaType: Type.String(), bytes: Type.Integer() }),
    ),
  },
  { title: 'OpenedMail' },
)

const listMailboxRoute = query({
  method: 'get',
  path: '/v1/mailbox',
  operationId: 'listMailbox',
  tag: 'messages',
  permission: 'mailbox.read',
  summary: 'The mailbox of a demo or test house: every mail it sent, the latest first',
  query: listQuery(MAILBOX_SORTS, { propertyId: Type.Optional(Id) }),
  output: listOf(CaughtMail),
  async handle(reader, { query: wish }) {
    const { propertyIds = [] } = limitedTo(reader.actor, 'mailbox.read', wish)
    const page = await listCaughtMails(reader.sql, { propertyIds }, wish)
    return { ...page, data: await Promise.all(page.data.map((row) => mailRecord(reader, row))) }
  },
})

const getMailRoute = query({
  method: 'get',
  path: '/v1/mailbox/{id}',
  operationId: 'getMail',
  tag: 'messages',
  permission: 'mailbox.read',
  summary: 'One caught mail as a mail program shows it',
  params: IdParams,
  subject: byId('caught_mail'),
  output: OpenedMail,
  async handle(reader, { params }) {
    const { row, mail } = await openMail(reader, params.id)
    const { attachments, ...shown } = await mailRecord(reader, row)
    return {
      ...shown,
      sentAt: mail.sentAt?.toISOString() ?? null,
      text: mail.text,
      html: mail.html,
      attachments: mail.attachments.map(({ fileName, mediaType, bytes }) => ({
        fileName,
        mediaType,
        bytes: bytes.length,
      })),
    }
  },
})

const getMailSourceRoute = download({
  path: '/v1/mailbox/{id}/source',
  operationId: 'getMailSource',
  tag: 'messages',
  permission: 'mailbox.read',
  summary: 'The mail as it went over the wire',
  params: IdParams,
  media: ['message/rfc822'],
  subject: byId('caught_mail'),
  async handle(reader, { params }) {
    const { source } = await openMail(reader, params.id)
    return { mediaType: 'message/rfc822', fileName: `${params.id}.eml`, bytes: source }
  },
})

const getMailAttachmentRoute = download({
  path: '/v1/mailbox/{id}/attachments/{index}',
  operationId: 'getMailAttachment',
  tag: 'messages',
  permission: 'mailbox.read',
  summary: 'One attachment, counted from 0',
  params: Shape({ id: Id, index: Type.String({ pattern: '^\\d{1,2}$' }) }),
  media: ['application/octet-stream', 'application/pdf'],
  subject: byId('caught_mail'),
  async handle(reader, { params }) {
    const { mail } = await openMail(reader, params.id)
    const attachment = mail.attachments[Number(params.index)]
    if (!attachment) throw new DomainError('not_found')
    const { fileName, bytes } = attachment
    // Only what the house itself prints is shown in place; anything else is saved, never run.
    return attachment.mediaType === 'application/pdf'
      ? { mediaType: 'application/pdf', fileName, bytes, inline: true }
      : { mediaType: 'application/octet-stream', fileName, bytes }
  },
})

async function mailRecord({ sql, house }: Reader, { sealedSummary, ...row }: CaughtMailRow) {
  const text = found(await house.vault.open(sql, null, sealedSummary))
  const { id, caughtAt, propertyId, messageId } = row
  return { id, caughtAt, propertyId, messageId, ...(JSON.parse(text) as MailSummary) }
}

async function openMail(
  { sql, house }: Reader,
  id: string,
): Promise<{ row: CaughtMailRow; source: Buffer; mail: ReadMail }> {
  const { sealedSource, ...row } = found(await findCaughtMail(sql, id))
  const source = Buffer.from(found(await house.vault.open(sql, null, sealedSource)), 'latin1')
  return { row, source, mail: await readMail(source) }
}

export const mailboxRoutes = [
  listMailboxRoute,
  getMailRoute,
  getMailSourceRoute,
  getMailAttachmentRoute,
]
