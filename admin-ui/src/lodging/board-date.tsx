import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import IconButton from '@mui/material/IconButton'
import type { Board } from '../api/records.ts'
import { addDays } from '../platform/formats/day.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'

type BoardDateProps = {
  board: Pick<Board, 'date' | 'businessDate'>
  onChange: (date: string | null) => void
}

/** Null follows the business date, so that the board turns the page by itself. */
export const BoardDate = ({ board, onChange }: BoardDateProps) => {
  const t = useText()
  const { day } = useFormats()
  const isToday = board.date === board.businessDate
  const go = (days: number) => {
    const date = addDays(board.date, days)
    onChange(date === board.businessDate ? null : date)
  }
  return (
    <Box
      role="group"
      aria-label={t('board.date')}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}
    >
      <IconButton aria-label={t('board.previousDay')} onClick={() => go(-1)}>
        <ChevronLeft />
      </IconButton>
      <Box
        component="span"
        aria-live="polite"
        sx={{ fontWeight: 600, minWidth: 104, textAlign: 'center' }}
      >
        {day(board.date)}
      </Box>
      <IconButton aria-label={t('board.nextDay')} onClick={() => go(1)}>
        <ChevronRight />
      </IconButton>
      <Button size="small" variant="outlined" disabled={isToday} onClick={() => onChange(null)}>
        {t('board.today')}
      </Button>
    </Box>
  )
}
