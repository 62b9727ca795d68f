import type { RoomStatus } from '../../api/records.ts'

/** Colours of paper, ink and old dyes. Every ink on its own paper reaches WCAG AA (4.5:1). */
export const dye = {
  washi: '#f6f3ec',
  paper: '#fffdf9',
  ink: '#262421',
  inkSoft: '#5b554c',
  line: '#ddd6c8',
  lineStrong: '#8a8172',
  indigo: '#27466b',
  indigoDeep: '#1b3350',
  indigoPale: '#e6ecf3',
  vermilion: '#a33b20',
  vermilionDeep: '#7d2a15',
  vermilionPale: '#f9e8e1',
  pine: '#2f6240',
  pinePale: '#e5efe4',
  gold: '#745400',
  goldPale: '#f8eed0',
} as const

export type Tone = { ink: string; paper: string; edge: string }

export const roomTones: Record<RoomStatus, Tone> = {
  available: { ink: '#2f6240', paper: '#edf4ea', edge: '#5f9a6b' },
  reserved: { ink: '#27518a', paper: '#e8eff8', edge: '#5b86bf' },
  occupied: { ink: '#6f2f52', paper: '#f5e9ef', edge: '#a35b83' },
  cleaning: { ink: '#6c4f00', paper: '#fbf2d6', edge: '#c79a1c' },
  maintenance: { ink: '#8a3a12', paper: '#fae9df', edge: '#cd7a4d' },
  unavailable: { ink: '#55504a', paper: '#eceae5', edge: '#98928a' },
}

export const tones = {
  calm: { ink: dye.indigo, paper: dye.indigoPale, edge: '#5b7fa8' },
  good: { ink: dye.pine, paper: dye.pinePale, edge: '#5f9a6b' },
  wait: { ink: dye.gold, paper: dye.goldPale, edge: '#c79a1c' },
  bad: { ink: dye.vermilionDeep, paper: dye.vermilionPale, edge: '#cd7a4d' },
  plum: { ink: '#6f2f52', paper: '#f5e9ef', edge: '#a35b83' },
  quiet: { ink: '#55504a', paper: '#eceae5', edge: '#98928a' },
} satisfies Record<string, Tone>

export type ToneName = keyof typeof tones
