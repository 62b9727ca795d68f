import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useText } from '../platform/i18n/use-text.ts'

const TILES = 12

export const BoardLoading = () => {
  const t = useText()
  return (
    <Box
      role="status"
      aria-label={t('states.loading')}
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(auto-fill, minmax(164px, 1fr))' },
      }}
    >
      {Array.from({ length: TILES }, (_, index) => (
        <Skeleton key={index} variant="rounded" height={132} />
      ))}
    </Box>
  )
}
