import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { LinkBase, useGetList } from 'react-admin'
import type { Message } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Section } from '../platform/layout/section.tsx'
import { usePermission } from '../platform/session/use-session.ts'
import { Failure } from '../platform/states/failure.tsx'
import { MessageStatusChip } from './message-status-chip.tsx'

const SHOWN = 20

/** What was written about an order, or to a member. */
export const MessageSection = ({
  about,
}: {
  about: { subject: string } | { memberId: string }
}) => {
  const t = useText()
  const mayRead = usePermission('message.read')
  const { data, isPending, error, refetch } = useGetList<Message>(
    'messages',
    {
      filter: about,
      pagination: { page: 1, perPage: SHOWN },
      sort: { field: 'queuedAt', order: 'DESC' },
    },
    { enabled: mayRead },
  )
  if (!mayRead) return null
  return (
    <Section title={t('messages.title')}>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <Skeleton variant="rounded" height={64} /> : null}
      {data?.length === 0 ? (
        <Typography color="text.secondary">{t('messages.none')}</Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.25 }}>
        {data?.map((message) => (
          <MessageLine key={message.id} message={message} />
        ))}
      </Box>
    </Section>
  )
}

const MessageLine = ({ message }: { message: Message }) => {
  const t = useText()
  const { moment } = useFormats()
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.25,
        rowGap: 0.25,
      }}
    >
      <Link component={LinkBase} to={`/messages/${message.id}/show`} sx={{ fontWeight: 600 }}>
        {t(`messages.templates.${message.template}`)}
      </Link>
      <MessageStatusChip status={message.status} />
      <Typography variant="body2" color="text.secondary" sx={{ ml: 'auto' }}>
        {moment(message.queuedAt)}
      </Typography>
    </Box>
  )
}
