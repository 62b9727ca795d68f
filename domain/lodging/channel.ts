/** Where an order or a member came from (decision 31). */
export const CHANNELS = ['desk', 'web', 'wechat', 'mini_program', 'line'] as const
export type Channel = (typeof CHANNELS)[number]
