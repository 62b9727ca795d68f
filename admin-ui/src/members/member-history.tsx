import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import type { AuditEvent } from '../api/records.ts'
import { AuditEntry } from '../platform/audit/audit-entry.tsx'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Section } from '../platform/layout/section.tsx'
import { Failure } from '../platform/states/failure.tsx'
import { changesOf, type Change } from './member-changes.ts'

const SHOWN = 100

/** Who changed what of a member, when and why, with the values before and after, as long as they may be read. */
export const MemberHistory = ({ memberId }: { memberId: string }) => {
  const t = useText()
  const subject = `member:${memberId}`
  const { data, error, refetch } = useQuery({
    queryKey: ['audit-events', subject, SHOWN],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/audit-events', {
          params: { query: { subject, page: 1, perPage: SHOWN } },
          signal,
        }),
      ),
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
          <Entry key={event.id} event={event} />
        ))}
      </Box>
    </Section>
  )
}

const Entry = ({ event }: { event: AuditEvent }) => {
  const changes = changesOf(event)
  return (
    <>
      <AuditEntry event={event} {...(changes.length > 0 && { changes: [] })} />
      <Changes changes={changes} />
    </>
  )
}

const Changes = ({ changes }: { changes: readonly Change[] }) => {
  const t = useText()
  const { day } = useFormats()
  const words = (value: Change['before'], field: Change['field']) => {
    if (value === null) return t('formats.none')
    if (typeof value === 'string') return field === 'birthDate' ? day(value, 'numeric') : value
    return `${t(`identity.types.${value.type}`)} ${value.number}`
  }
  if (changes.length === 0) return null
  return (
    <Box
      component="li"
      sx={{ listStyle: 'none', pl: 3, pb: 2, mt: -1.5, borderLeft: 2, borderColor: 'divider' }}
    >
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: 'auto 1fr',
          columnGap: 1.5,
          rowGap: 0.25,
        }}
      >
        {changes.map(({ field, before, after, isNew }) => (
          <Box key={field} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {field === 'identity' ? t('identity.title') : t(`members.${field}`)}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {isNew
                ? words(after, field)
                : t('members.changed', {
                    before: words(before, field),
                    after: words(after, field),
                  })}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
