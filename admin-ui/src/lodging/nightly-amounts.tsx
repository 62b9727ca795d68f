import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Collapse from '@mui/material/Collapse'
import ExpandMore from '@mui/icons-material/ExpandMore'
import { useId, useState } from 'react'
import type { Stay } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { SumRow } from '../platform/layout/sum-row.tsx'

/** The price of each night, folded away until asked for. */
export const NightlyAmounts = ({ stay }: { stay: Pick<Stay, 'nights'> }) => {
  const t = useText()
  const id = useId()
  const { day, points } = useFormats()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        endIcon={<ExpandMore sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />}
      >
        {t('orders.nightly')}
      </Button>
      <Collapse in={open} id={id} sx={{ flexBasis: '100%' }}>
        <Box sx={{ maxWidth: 420 }}>
          {stay.nights.map(({ night, amount }) => (
            <SumRow key={night} label={day(night)} value={points(amount)} />
          ))}
        </Box>
      </Collapse>
    </>
  )
}
