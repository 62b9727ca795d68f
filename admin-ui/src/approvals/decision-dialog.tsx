import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { decisionHeaders } from '../api/command-headers.ts'
import type { Approval } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'

type Verb = 'approve' | 'reject' | 'withdraw'

type DecisionDialogProps = {
  approval: Approval
  verb: Verb
  title: string
  ask: string
  confirm: string
  done: string
  tone: 'primary' | 'error'
  onClose: () => void
}

const paths = {
  approve: '/v1/approvals/{id}/approve',
  reject: '/v1/approvals/{id}/reject',
  withdraw: '/v1/approvals/{id}/withdraw',
} as const

/** Sends the version and the digest of what is on the screen: nobody decides on what he has not seen. */
export const DecisionDialog = ({ approval, verb, ask, ...dialog }: DecisionDialogProps) => {
  const t = useText()
  const [seenDigest] = useState(approval.digest)
  const isOffered = approval.allowedActions.includes(verb)
  return (
    <CommandDialog
      {...dialog}
      reason={verb === 'approve' ? 'optional' : 'required'}
      ready={isOffered}
      send={(key, reason) =>
        answerOf(
          api.POST(paths[verb], {
            params: { path: { id: approval.id }, header: decisionHeaders(key, approval.version) },
            body: { digest: approval.digest, ...(reason && { reason }) },
          }),
        )
      }
      onDone={dialog.onClose}
    >
      <Typography variant="body2">{ask}</Typography>
      {approval.digest !== seenDigest ? (
        <Alert severity="warning">{t('cancellation.changed')}</Alert>
      ) : null}
    </CommandDialog>
  )
}
