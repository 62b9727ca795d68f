import { useQuery } from '@tanstack/react-query'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { answerOf, api } from '../api/client.ts'
import type { RoomProblem } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Section } from '../platform/layout/section.tsx'
import { REFRESH_MS } from '../query-client.ts'
import { MaintenanceButton, ResolveButton } from './problem-verbs.tsx'

const SHOWN_MAX = 25

const useOpenProblems = (propertyId: string) =>
  useQuery({
    queryKey: ['room-problems', propertyId],
    queryFn: ({ signal }) => {
      const query = { propertyId, status: 'open' as const, perPage: SHOWN_MAX }
      return answerOf(api.GET('/v1/room-problems', { params: { query }, signal }))
    },
    refetchInterval: REFRESH_MS,
  })

/** What was found in rooms and is not settled yet; nothing is shown where there is nothing. */
export const RoomProblems = ({ propertyId }: { propertyId: string }) => {
  const t = useText()
  const { data } = useOpenProblems(propertyId)
  if (!data || data.data.length === 0) return null
  return (
    <Section
      title={t('roomProblem.title')}
      aside={
        <Typography variant="body2" color="text.secondary">
          {t('roomProblem.open', { smart_count: data.page.total })}
        </Typography>
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 2 }}>
        {data.data.map((problem) => (
          <Problem key={problem.id} problem={problem} />
        ))}
      </Box>
    </Section>
  )
}

const Problem = ({ problem }: { problem: RoomProblem }) => {
  const t = useText()
  const { moment } = useFormats()
  const { allowedActions } = problem
  const address = `/v1/room-problems/${problem.id}/picture`
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
      {problem.pictureId ? (
        <Box component="a" href={address} target="_blank" rel="noreferrer" sx={{ lineHeight: 0 }}>
          <Box
            component="img"
            src={address}
            alt={t('roomProblem.picture', { number: problem.roomNumber })}
            loading="lazy"
            sx={{ width: 112, height: 84, objectFit: 'cover', borderRadius: 1 }}
          />
        </Box>
      ) : null}
      <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {`${problem.roomNumber} ${problem.report}`}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {t('roomProblem.by', {
            time: moment(problem.reportedAt),
            name: problem.reportedByName,
          })}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
          {allowedActions.includes('resolve') ? <ResolveButton problem={problem} /> : null}
          {allowedActions.includes('put_into_maintenance') ? (
            <MaintenanceButton problem={problem} />
          ) : null}
        </Box>
      </Box>
    </Box>
  )
}
