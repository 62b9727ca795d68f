import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { LinkBase } from 'react-admin'
import { answerOf, api } from '../../api/client.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Section } from '../../platform/layout/section.tsx'
import { Failure } from '../../platform/states/failure.tsx'

const SHOWN = 10

/** Who is in the room, and who comes next. */
export const RoomStays = ({ roomId }: { roomId: string }) => {
  const t = useText()
  const { days } = useFormats()
  const { data, error, refetch } = useQuery({
    queryKey: ['orders', 'of-room', roomId],
    queryFn: ({ signal }) => {
      const status: ('pending' | 'confirmed' | 'in_house')[] = ['pending', 'confirmed', 'in_house']
      const query = { roomId, status, page: 1, perPage: SHOWN, sort: 'checkIn' as const }
      return answerOf(api.GET('/v1/stays', { params: { query }, signal }))
    },
  })
  return (
    <Section title={t('rooms.stays')}>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data?.data.length === 0 ? (
        <Typography color="text.secondary">{t('rooms.noStays')}</Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
        {data?.data.map((stay) => (
          <Box
            key={stay.id}
            component="li"
            sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline' }}
          >
            <Link
              component={LinkBase}
              to={`/orders/${stay.orderId}/show`}
              sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
            >
              {t('formats.sama', { name: stay.memberName })}
            </Link>
            <Typography variant="body2">{days(stay.checkIn, stay.checkOut)}</Typography>
            <Typography variant="body2" color="text.secondary">
              {t('formats.guests', { smart_count: stay.guests })} ·{' '}
              {t(`orders.statuses.${stay.status}`)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
