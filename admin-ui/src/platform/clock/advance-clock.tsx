import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useNotify } from 'react-admin'
import { answerOf, api } from '../../api/client.ts'
import { queryClient } from '../../query-client.ts'
import type { TextKey } from '../i18n/text-key.ts'
import { useText } from '../i18n/use-text.ts'

const steps: { label: TextKey; seconds: number }[] = [
  { label: 'clock.hour', seconds: 3_600 },
  { label: 'clock.sixHours', seconds: 6 * 3_600 },
  { label: 'clock.day', seconds: 24 * 3_600 },
]

type AdvanceClockProps = { aheadOfBrowserMs: number; onDone: () => void }

/** Sends the moment to walk to, not the step, so that a second press does not walk twice. */
export const AdvanceClock = ({ aheadOfBrowserMs, onDone }: AdvanceClockProps) => {
  const t = useText()
  const notify = useNotify()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (bySeconds: number) => {
      const to = new Date(Date.now() + aheadOfBrowserMs + bySeconds * 1000).toISOString()
      return answerOf(api.POST('/v1/clock/advance', { body: { to } }))
    },
    onSuccess: () => {
      notify('clock.done' satisfies TextKey, { type: 'success' })
      void queryClient.invalidateQueries()
      onDone()
    },
  })

  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('clock.advance')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1 }}>
        {steps.map(({ label, seconds }) => (
          <Button
            key={label}
            variant="outlined"
            size="small"
            disabled={isPending}
            onClick={() => mutate(seconds)}
          >
            {t(label)}
          </Button>
        ))}
      </Box>
      {error ? (
        <Alert severity="error" sx={{ mt: 1.5 }}>
          {error.message}
        </Alert>
      ) : null}
    </Box>
  )
}
