import Box from '@mui/material/Box'
import CircularProgress from '@mui/material/CircularProgress'
import { useText } from '../i18n/use-text.ts'

export const PageLoading = () => {
  const t = useText()
  return (
    <Box
      role="status"
      aria-label={t('states.loading')}
      sx={{ display: 'grid', placeItems: 'center', py: 12 }}
    >
      <CircularProgress size={32} aria-hidden />
    </Box>
  )
}
