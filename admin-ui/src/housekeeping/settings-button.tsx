import TuneOutlined from '@mui/icons-material/TuneOutlined'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Switch from '@mui/material/Switch'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { decisionHeaders } from '../api/command-headers.ts'
import type { HousekeepingSettings } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'

type SettingsProps = { propertyId: string; settings: HousekeepingSettings }

export const SettingsButton = ({ propertyId, settings }: SettingsProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="outlined" startIcon={<TuneOutlined />} onClick={() => setOpen(true)}>
        {t('housekeeping.settings.action')}
      </Button>
      {open ? (
        <SettingsDialog
          propertyId={propertyId}
          settings={settings}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

const isMinutes = (text: string) =>
  /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1440

/** Keeps what was on screen when it was opened: another's change in between is told, not overwritten. */
const SettingsDialog = ({
  propertyId,
  settings,
  onClose,
}: SettingsProps & { onClose: () => void }) => {
  const t = useText()
  const [seen] = useState(settings)
  const [inspectionRequired, setInspection] = useState(seen.inspectionRequired)
  const [start, setStart] = useState(String(seen.startMinutes))
  const [whole, setWhole] = useState(String(seen.cleaningMinutes))
  const isNumbers = isMinutes(start) && isMinutes(whole)
  const inOrder = Number(start) <= Number(whole)
  return (
    <CommandDialog
      title={t('housekeeping.settings.title')}
      confirm={t('housekeeping.settings.save')}
      ready={isNumbers && inOrder}
      send={(key) =>
        answerOf(
          api.PATCH('/v1/properties/{id}/housekeeping-settings', {
            params: { path: { id: propertyId }, header: decisionHeaders(key, seen.version) },
            body: {
              inspectionRequired,
              startMinutes: Number(start),
              cleaningMinutes: Number(whole),
            },
          }),
        )
      }
      done={t('housekeeping.settings.done')}
      onDone={onClose}
      onClose={onClose}
    >
      <FormControlLabel
        control={
          <Switch
            checked={inspectionRequired}
            onChange={(event) => setInspection(event.target.checked)}
          />
        }
        label={t('housekeeping.settings.inspection')}
      />
      <FormHelperText sx={{ mt: -1.5 }}>{t('housekeeping.settings.inspectionHelp')}</FormHelperText>
      <TextField
        label={t('housekeeping.settings.startMinutes')}
        value={start}
        onChange={(event) => setStart(event.target.value)}
        error={!isMinutes(start) || (isNumbers && !inOrder)}
        helperText={isNumbers && !inOrder ? t('housekeeping.settings.wrong') : ' '}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <TextField
        label={t('housekeeping.settings.cleaningMinutes')}
        value={whole}
        onChange={(event) => setWhole(event.target.value)}
        error={!isMinutes(whole)}
        helperText={t('housekeeping.settings.minutesHelp')}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
    </CommandDialog>
  )
}
