import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import PersonRemoveOutlined from '@mui/icons-material/PersonRemoveOutlined'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { decisionHeaders } from '../api/command-headers.ts'
import type { ErasurePreview, Member } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Failure } from '../platform/states/failure.tsx'

export const EraseMemberButton = ({ member }: { member: Member }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        color="error"
        variant="outlined"
        startIcon={<PersonRemoveOutlined />}
        onClick={() => setOpen(true)}
      >
        {t('erasure.action')}
      </Button>
      {open ? <EraseMemberDialog member={member} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** What would be forgotten and what stays, or why it cannot be done yet, before anything happens. */
const EraseMemberDialog = ({ member, onClose }: { member: Member; onClose: () => void }) => {
  const t = useText()
  const { data, error, refetch } = useQuery({
    queryKey: ['erasure-preview', member.id, member.version],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/members/{id}/erasure-preview', {
          params: { path: { id: member.id } },
          signal,
        }),
      ),
  })
  return (
    <CommandDialog
      title={t('erasure.title', { name: member.name })}
      confirm={t('erasure.submit')}
      tone="error"
      maxWidth="sm"
      reason={data?.possible ? 'required' : 'none'}
      ready={data?.possible ?? false}
      send={(key, reason) =>
        answerOf(
          api.POST('/v1/members/{id}/erase', {
            params: {
              path: { id: member.id },
              header: decisionHeaders(key, member.version),
            },
            body: { reason },
          }),
        )
      }
      done={t('erasure.done')}
      onDone={onClose}
      onClose={onClose}
    >
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={96} /> : null}
      {data ? data.possible ? <Consequences /> : <Obstacles preview={data} /> : null}
    </CommandDialog>
  )
}

const Obstacles = ({ preview }: { preview: ErasurePreview }) => {
  const t = useText()
  const { points } = useFormats()
  const words = {
    open_stays: t('erasure.openStays', { smart_count: preview.openStays }),
    points_left: t('erasure.pointsLeft', { points: points(preview.points) }),
    open_requests: t('erasure.openRequests', { smart_count: preview.openRequests }),
  }
  return (
    <Alert severity="warning">
      {t('erasure.notYet')}
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {preview.obstacles.map((obstacle) => (
          <li key={obstacle}>{words[obstacle]}</li>
        ))}
      </Box>
    </Alert>
  )
}

const Consequences = () => {
  const t = useText()
  return (
    <>
      <Alert severity="error">{t('erasure.forGood')}</Alert>
      <Typography>{t('erasure.forgotten')}</Typography>
      <Typography color="text.secondary">{t('erasure.kept')}</Typography>
    </>
  )
}
