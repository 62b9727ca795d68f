import { canonicalJson } from '../../domain/platform/canonical-json.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { OutsideChannel } from '../gateways/wechat.ts'
import type { Context } from '../platform/context.ts'
import type { House } from '../platform/house.ts'
import { openSession } from '../platform/sessions.ts'
import type { Vault } from '../platform/vault.ts'

/** Wall time: somebody who has to fill a form in takes a while. */
const TICKET_MINUTES = 60

/** Proof, sealed by the house, that somebody came with an outside account nobody here has yet. */
type Ticket = {
  readonly issuerId: string
  readonly channel: OutsideChannel
  readonly openid: string
  readonly until: number
}

const openidIndex = (vault: Vault, channel: OutsideChannel, openid: string) =>
  vault.fingerprint('openid', `${channel}\0${openid}`)

export type ChannelSession =
  | { readonly token: string; readonly ticket: null }
  | { readonly token: null; readonly ticket: string }

/**
 * Signs a member in by an outside channel's code. Somebody who is no member yet, or whose account is linked to
 * none, gets a ticket instead, with which he is registered or an existing member takes the account on.
 *
 * @throws DomainError not_found for a property there is none of; what the gateway throws
 */
export async function openChannelSession(
  house: House,
  input: { propertyCode: string; channel: OutsideChannel; code: string },
): Promise<ChannelSession> {
  const { database, vault } = house
  const { sql } = database
  const property = await sql.maybe<{ issuer_id: string }>(
    'select issuer_id from properties where code = $1',
    [input.propertyCode],
  )
  if (!property) throw new DomainError('not_found')
  const openid = await house.wechat.openidOf(input.channel, input.code)
  const linked = await sql.maybe<{ member_id: string }>(
    'select member_id from member_channels where issuer_id = $1 and channel = $2 and openid_index = $3',
    [property.issuer_id, input.channel, openidIndex(vault, input.channel, openid)],
  )
  if (linked) return { token: await openSession(house, 'member', linked.member_id), ticket: null }
  const ticket: Ticket = {
    issuerId: property.issuer_id,
    channel: input.channel,
    openid,
    until: Date.now() + TICKET_MINUTES * 60_000,
  }
  const sealed = await vault.seal(sql, null, canonicalJson(ticket))
  return { token: null, ticket: sealed.toString('base64url') }
}

/**
 * Links a member to the outside account a ticket proves. Each account belongs to one member, each member has one
 * account of a channel.
 *
 * @throws DomainError channel_code_wrong for a ticket that is none, old, or another company's; already_exists
 */
export async function linkChannel(
  context: Context,
  input: { memberId: string; ticket: string },
): Promise<OutsideChannel> {
  const { sql, vault, now } = context
  const ticket = await readTicket(context, input.ticket)
  const linked = await sql.run(
    `insert into member_channels (issuer_id, member_id, channel, openid_index, openid_sealed, linked_at)
     select m.issuer_id, m.id, $3, $4, $5, $6 from members m
     where m.id = $1 and m.issuer_id = $2 and m.erased_at is null`,
    [
      input.memberId,
      ticket.issuerId,
      ticket.channel,
      openidIndex(vault, ticket.channel, ticket.openid),
      await vault.seal(sql, input.memberId, ticket.openid),
      now,
    ],
  )
  if (linked === 0) throw new DomainError('channel_code_wrong')
  context.audit({
    verb: 'member.channel_linked',
    subject: { kind: 'member', id: input.memberId },
    after: { channel: ticket.channel },
  })
  context.concerns(input.memberId)
  return ticket.channel
}

async function readTicket({ sql, vault }: Context, text: string): Promise<Ticket> {
  let opened: string | null
  try {
    opened = await vault.open(sql, null, Buffer.from(text, 'base64url'))
  } catch (error) {
    // Cut, changed or never ours: the seal does not fit.
    throw new DomainError('channel_code_wrong', {}, { cause: error })
  }
  const ticket = JSON.parse(opened ?? 'null') as Partial<Ticket> | null
  // Whatever else the house seals under its own key is no ticket.
  if (typeof ticket?.openid !== 'string' || !ticket.until || ticket.until < Date.now())
    throw new DomainError('channel_code_wrong')
  return ticket as Ticket
}
