import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import type { Stay } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { ArrivalDraft } from './arrival-draft.ts'
import { EarlierTime } from './earlier-time.tsx'

type KeyStepProps = {
  stays: Stay[]
  draft: ArrivalDraft
  asked: boolean
  onChange: (draft: ArrivalDraft) => void
}

/** Everything once more in one view, and the time that is written down. */
export const KeyStep = ({ stays, draft, asked, onChange }: KeyStepProps) => {
  const t = useText()
  const { method, document } = draft.identity
  return (
    <>
      <Typography>{t('arrival.handOver')}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
        {stays.map((stay) => (
          <li key={stay.id}>
            <strong>{t('room.title', { number: stay.roomNumber })}</strong>{' '}
            {draft.rooms[stay.id]?.guests
              .map(({ copied, name }) => t('formats.sama', { name: copied?.name ?? name }))
              .join(t('arrival.and'))}
          </li>
        ))}
      </Box>
      {document ? (
        <Typography variant="body2" color="text.secondary">
          {`${t(`arrival.methods.${method}`)} · ${t(`arrival.documents.${document}`)}`}
        </Typography>
      ) : null}
      <FormControlLabel
        control={
          <Checkbox
            checked={draft.earlier}
            onChange={(event) => onChange({ ...draft, earlier: event.target.checked })}
          />
        }
        label={t('arrival.earlier')}
      />
      {draft.earlier ? (
        <EarlierTime
          at={draft.at}
          reason={draft.atReason}
          asked={asked}
          onChange={(at, atReason) => onChange({ ...draft, at, atReason })}
        />
      ) : null}
    </>
  )
}
