import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useInfiniteQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../i18n/use-text.ts'
import { Section } from '../layout/section.tsx'
import { Failure } from '../states/failure.tsx'
import { AuditEntry } from './audit-entry.tsx'

const PAGE = 20

/** Who did what, when and why, to one subject such as `order:…`; the newest first, older ones on demand. */
export const AuditTrail = ({ subject }: { subject: string }) => {
  const t = useText()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      queryKey: ['audit-events', subject],
      queryFn: ({ signal, pageParam }) => {
        const query = { subject, page: pageParam, perPage: PAGE }
        return answerOf(api.GET('/v1/audit-events', { params: { query }, signal }))
      },
      initialPageParam: 1,
      getNextPageParam: ({ page }) =>
        page.number * page.size < page.total ? page.number + 1 : undefined,
    },
  )
  // A line written while one reads on moves the pages by one: nobody sees the same line twice.
  const events = new Map(data?.pages.flatMap((page) => page.data.map((one) => [one.id, one])))
  return (
    <Section title={t('audit.title')}>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={80} /> : null}
      {data && events.size === 0 ? (
        <Typography color="text.secondary">{t('audit.empty')}</Typography>
      ) : null}
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {[...events.values()].map((event) => (
          <AuditEntry key={event.id} event={event} />
        ))}
      </Box>
      {hasNextPage ? (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('actions.more')}
        </Button>
      ) : null}
    </Section>
  )
}
