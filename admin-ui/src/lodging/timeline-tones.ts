import type { TimelineSpan } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { roomTones, type Tone, tones } from '../platform/themes/palette.ts'

/** Stays by what they wait for, blocks as on the board. */
export const toneOfSpan = ({ stay, block }: TimelineSpan): Tone => {
  if (block) return roomTones[block.kind]
  switch (stay?.status) {
    case 'pending':
      return tones.wait
    case 'confirmed':
      return roomTones.reserved
    case 'in_house':
      return roomTones.occupied
    default:
      return tones.quiet
  }
}

/** Who or what it is, in a few words. */
export const useSpanWords = () => {
  const t = useText()
  return ({ stay, block }: TimelineSpan): string => {
    if (stay) return t('formats.sama', { name: stay.memberName })
    if (!block) return ''
    return t('timeline.block', { kind: t(`room.statuses.${block.kind}`), reason: block.reason })
  }
}
