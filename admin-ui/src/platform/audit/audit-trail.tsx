import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../i18n/use-text.ts'
import { Section } from '../layout/section.tsx'
import { Failure } from '../states/failure.tsx'
import { AuditEntry } from './audit-entry.tsx'

const SHOWN = 50

/** Who did what, when and why, to one subject such as `order:…`. */
export const AuditTrail = ({ subject }: { subject: string }) => {
  const t = useText()
  const { data, error, refetch } = useQuery({
    queryKey: ['audit-events', subject],
    queryFn: ({ signal }) => {
      const query = { subject, page: 1, perPage: SHOWN }
      return answerOf(api.GET('/v1/audit-events', { params: { query }, signal }))
    },
  })
  return (
    <Section title={t('audit.title')}>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={80} /> : null}
      {data?.data.length === 0 ? (
        <Typography color="text.secondary">{t('audit.empty')}</Typography>
      ) : null}
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data?.data.map((event) => (
          <AuditEntry key={event.id} event={event} />
        ))}
      </Box>
    </Section>
  )
}
