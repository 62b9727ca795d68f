import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { LinkBase } from 'react-admin'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Duplicate, Member, NewMember } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { ToneChip } from '../platform/layout/tone-chip.tsx'
import { Failure } from '../platform/states/failure.tsx'

type DuplicateDialogProps = {
  typed: NewMember
  onDone: (member: Member) => void
  onClose: () => void
}

/** Somebody very like this is a member already: looked at side by side before a second one is made. */
export const DuplicateDialog = ({ typed, onDone, onClose }: DuplicateDialogProps) => {
  const t = useText()
  const { kana, birthDate, phone } = typed
  const { data, error, refetch } = useQuery({
    queryKey: ['member-duplicates', kana, birthDate, phone],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/member-duplicates', {
          params: { query: { kana, birthDate, phone } },
          signal,
        }),
      ),
  })
  return (
    <CommandDialog
      title={t('duplicates.title')}
      confirm={t('duplicates.confirm')}
      maxWidth="sm"
      ready={data !== undefined}
      send={(key) =>
        answerOf(
          api.POST('/v1/members', {
            params: { header: commandHeaders(key) },
            body: { ...typed, confirmDuplicates: true },
          }),
        )
      }
      done={t('members.createDone')}
      onDone={onDone}
      onClose={onClose}
    >
      <Typography>{t('duplicates.lead')}</Typography>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={64} /> : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
        {data?.data.map((one) => (
          <Similar key={one.id} member={one} />
        ))}
      </Box>
    </CommandDialog>
  )
}

const Similar = ({ member }: { member: Duplicate }) => {
  const t = useText()
  const { day } = useFormats()
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Link
          component={LinkBase}
          to={`/members/${member.id}/show`}
          target="_blank"
          rel="noopener"
          sx={{ fontWeight: 600 }}
        >
          {`${member.name} (${member.number})`}
        </Link>
        {member.samePerson ? <ToneChip tone="wait" label={t('duplicates.samePerson')} /> : null}
        {member.samePhone ? <ToneChip tone="wait" label={t('duplicates.samePhone')} /> : null}
      </Box>
      <Typography variant="body2" color="text.secondary">
        {[member.kana, day(member.birthDate, 'numeric'), member.phone].join(' · ')}
      </Typography>
    </Box>
  )
}
