import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Section } from '../platform/layout/section.tsx'
import { Failure } from '../platform/states/failure.tsx'
import { PointEntryRow } from './point-entry-row.tsx'

const STEP = 6

/** Every movement of the balance, the latest first. */
export const PointEntries = ({ memberId }: { memberId: string }) => {
  const t = useText()
  const [perPage, setPerPage] = useState(STEP)
  const { data, error, refetch } = useQuery({
    queryKey: ['members', 'point-entries', memberId, perPage],
    queryFn: ({ signal }) => {
      const params = { path: { id: memberId }, query: { page: 1, perPage } }
      return answerOf(api.GET('/v1/members/{id}/point-entries', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })
  const hasMore = data !== undefined && data.page.total > data.data.length && perPage < 100
  return (
    <Section title={t('points.entries')}>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={80} /> : null}
      {data?.data.length === 0 ? (
        <Typography color="text.secondary">{t('points.noEntries')}</Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data?.data.map((entry) => (
          <PointEntryRow key={entry.id} entry={entry} />
        ))}
      </Box>
      {hasMore ? (
        <Button onClick={() => setPerPage(Math.min(perPage + STEP, 100))}>
          {t('actions.more')}
        </Button>
      ) : null}
    </Section>
  )
}
