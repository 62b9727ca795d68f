import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Room, RoomBlock } from '../../api/records.ts'
import { addDays } from '../../platform/formats/day.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Section } from '../../platform/layout/section.tsx'
import { ToneChip } from '../../platform/layout/tone-chip.tsx'
import { Failure } from '../../platform/states/failure.tsx'
import { ChangeBlockButton } from './change-block-button.tsx'
import { ReleaseBlockButton } from './release-block-button.tsx'

const SHOWN = 20

/** When the room was, is and will be out of use. */
export const RoomBlocks = ({ room }: { room: Room }) => {
  const t = useText()
  const { data, error, refetch } = useQuery({
    queryKey: ['room-blocks', room.id],
    queryFn: ({ signal }) => {
      const query = { roomId: room.id, page: 1, perPage: SHOWN }
      return answerOf(api.GET('/v1/room-blocks', { params: { query }, signal }))
    },
  })
  const open = data?.data.filter(({ releasedAt }) => releasedAt === null) ?? []
  const past = data?.data.filter(({ releasedAt }) => releasedAt !== null) ?? []
  return (
    <Section title={t('blocks.title')}>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data && data.data.length === 0 ? (
        <Typography color="text.secondary">{t('blocks.none')}</Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 2 }}>
        {[...open.toReversed(), ...past].map((block) => (
          <Block key={block.id} block={block} />
        ))}
      </Box>
    </Section>
  )
}

const Block = ({ block }: { block: RoomBlock }) => {
  const t = useText()
  const { days, day, moment } = useFormats()
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600 }}>{days(block.fromNight, block.untilNight)}</Typography>
        <ToneChip
          tone={block.releasedAt ? 'quiet' : 'wait'}
          label={t(`block.kinds.${block.kind}`)}
        />
      </Box>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {block.reason}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        {block.releasedAt
          ? t('blocks.ended', { time: moment(block.releasedAt, 'full') })
          : t('blocks.reopens', { date: day(addDays(block.untilNight, 1)) })}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, '&:empty': { display: 'none' } }}>
        <ChangeBlockButton block={block} />
        <ReleaseBlockButton block={block} />
      </Box>
    </Box>
  )
}
