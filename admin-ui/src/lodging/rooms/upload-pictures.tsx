import AddPhotoAlternateOutlined from '@mui/icons-material/AddPhotoAlternateOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useRef } from 'react'
import type { Room } from '../../api/records.ts'
import { ProblemNotice } from '../../platform/commands/problem-notice.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useUploadPictures } from './use-upload-pictures.ts'

const ACCEPTED = 'image/jpeg,image/png,image/webp'

/** Pictures are sent one after the other; what was refused is named with the reason, the others are in. */
export const UploadPictures = ({ room }: { room: Room }) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const { upload, left, refused } = useUploadPictures(room.id)
  const isSending = left > 0
  return (
    <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label={t('pictures.choose')}
        onChange={(event) => {
          void upload([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button
        variant="outlined"
        startIcon={<AddPhotoAlternateOutlined />}
        loading={isSending}
        loadingPosition="start"
        onClick={() => input.current?.click()}
      >
        {t('pictures.add')}
      </Button>
      {isSending ? (
        <Box sx={{ width: '100%' }} role="status">
          <LinearProgress aria-label={t('pictures.sending', { smart_count: left })} />
          <Typography variant="caption">{t('pictures.sending', { smart_count: left })}</Typography>
        </Box>
      ) : null}
      {refused.map(({ name, error }, index) => (
        <Box key={index} sx={{ width: '100%' }}>
          <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <ProblemNotice error={error} />
        </Box>
      ))}
    </Box>
  )
}
