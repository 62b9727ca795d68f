import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import IconButton from '@mui/material/IconButton'
import { useText } from '../../platform/i18n/use-text.ts'

type PictureViewProps = { src: string; label: string; onClose: () => void }

/** One picture, as large as the window allows. */
export const PictureView = ({ src, label, onClose }: PictureViewProps) => {
  const t = useText()
  return (
    <Dialog open onClose={onClose} maxWidth="lg" aria-label={label}>
      <Box
        component="img"
        src={src}
        alt={label}
        sx={{ maxWidth: '100%', maxHeight: '85dvh', display: 'block', objectFit: 'contain' }}
      />
      <IconButton
        aria-label={t('actions.close')}
        onClick={onClose}
        sx={{
          position: 'absolute',
          top: 8,
          right: 8,
          bgcolor: 'background.paper',
          '&:hover': { bgcolor: 'background.paper' },
        }}
      >
        <Close />
      </IconButton>
    </Dialog>
  )
}
