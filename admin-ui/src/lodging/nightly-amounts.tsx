import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Collapse from '@mui/material/Collapse'
import ExpandMore from '@mui/icons-material/ExpandMore'
import { useId, useState } from 'react'
import type { AgreedNight, Stay } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { SumRow } from '../platform/layout/sum-row.tsx'

/** The price of each night, folded away until asked for. */
export const NightlyAmounts = ({ stay }: { stay: Pick<Stay, 'nights'> }) => {
  const t = useText()
  const id = useId()
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
          {stay.nights.map((night) => (
            <NightLines key={night.night} night={night} />
          ))}
        </Box>
      </Collapse>
    </>
  )
}

/** The list rate, and the discount as a line of its own. */
const NightLines = ({ night }: { night: AgreedNight }) => {
  const t = useText()
  const { day, points, signedPoints } = useFormats()
  return (
    <>
      <SumRow label={day(night.night)} value={points(night.listRate)} />
      {night.discount > 0 ? (
        <SumRow
          label={t('birthday.line', { percent: night.discountRule?.percent ?? 0 })}
          value={signedPoints(-night.discount)}
        />
      ) : null}
    </>
  )
}
