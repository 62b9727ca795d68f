import PhotoCameraOutlined from '@mui/icons-material/PhotoCameraOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect, useState, useRef } from 'react'
import type { HousekeepingRoom } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { problemSender } from './send-problem.ts'

const REPORT_MAX_LENGTH = 500

type ReportProblemDialogProps = { room: HousekeepingRoom; onClose: () => void }

/** A sentence and, straight from the phone's camera, a photo. */
export const ReportProblemDialog = ({ room, onClose }: ReportProblemDialogProps) => {
  const t = useText()
  const [report, setReport] = useState('')
  const [photo, setPhoto] = useState<File | null>(null)
  const [sendProblem] = useState(problemSender)
  return (
    <CommandDialog
      title={t('roomProblem.reportTitle', { number: room.number })}
      confirm={t('roomProblem.send')}
      maxWidth="sm"
      ready={report.trim() !== ''}
      send={(key) => sendProblem(key, { roomId: room.roomId, report: report.trim(), photo })}
      done={t('roomProblem.sent')}
      onDone={onClose}
      onClose={onClose}
    >
      <TextField
        autoFocus
        label={t('roomProblem.text')}
        helperText={report.trim() === '' ? t('roomProblem.textMissing') : ' '}
        value={report}
        onChange={(event) => setReport(event.target.value)}
        multiline
        minRows={3}
        fullWidth
        required
        slotProps={{ htmlInput: { maxLength: REPORT_MAX_LENGTH } }}
        sx={{ mt: 1 }}
      />
      <PhotoField photo={photo} onChange={setPhoto} />
    </CommandDialog>
  )
}

type PhotoFieldProps = { photo: File | null; onChange: (photo: File | null) => void }

const PhotoField = ({ photo, onChange }: PhotoFieldProps) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const address = useObjectUrl(photo)
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={t('roomProblem.photo')}
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
      <Button
        variant="outlined"
        startIcon={<PhotoCameraOutlined />}
        onClick={() => input.current?.click()}
        sx={{ minHeight: 52 }}
      >
        {photo ? t('roomProblem.photoChosen', { name: photo.name }) : t('roomProblem.photo')}
      </Button>
      {address ? (
        <Box
          component="img"
          src={address}
          alt={t('roomProblem.photoAlt')}
          sx={{ maxWidth: '100%', maxHeight: 260, borderRadius: 1, justifySelf: 'center' }}
        />
      ) : null}
      <Typography variant="caption" color="text.secondary">
        {t('roomProblem.photoHelp')}
      </Typography>
    </Box>
  )
}

/** An address for a file on this device, given back when it is not shown any more. */
const useObjectUrl = (file: File | null): string | null => {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!file) return setAddress(null)
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
