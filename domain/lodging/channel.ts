import type { Actor } from '../platform/actor.ts'

/** Where an order or a member came from (decision 31). */
export const CHANNELS = ['desk', 'web', 'wechat', 'mini_program', 'line'] as const
export type Channel = (typeof CHANNELS)[number]

/** The desk is where staff stand: they are always there, and nobody else can claim to be. */
export function channelOf(actor: Actor, claimed: Channel | undefined): Channel {
  if (actor.kind === 'staff' || actor.kind === 'system') return 'desk'
  return claimed === undefined || claimed === 'desk' ? 'web' : claimed
}
