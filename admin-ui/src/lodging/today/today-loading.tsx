import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useText } from '../../platform/i18n/use-text.ts'

const SHEETS = 4

export const TodayLoading = () => {
  const t = useText()
  return (
    <Box role="status" aria-label={t('states.loading')} sx={{ display: 'grid', gap: 2 }}>
      {Array.from({ length: SHEETS }, (_, index) => (
        <Skeleton key={index} variant="rounded" height={index === 0 ? 72 : 168} />
      ))}
    </Box>
  )
}
