import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { Section } from '../../platform/layout/section.tsx'

type TodaySectionProps<T> = {
  title: string
  lines: readonly T[]
  /** When more wait than were sent. */
  total?: number
  /** What it means that there is nothing here. */
  empty: string
  shown?: number
  keyOf: (line: T) => string
  children: (line: T) => ReactNode
}

const SHOWN = 8

/** A part of the day: its lines, the first of them at once, or what it means that there are none. */
export const TodaySection = <T,>({
  title,
  lines,
  total = lines.length,
  empty,
  shown = SHOWN,
  keyOf,
  children,
}: TodaySectionProps<T>) => {
  const t = useText()
  const [all, setAll] = useState(false)
  const seen = all ? lines : lines.slice(0, shown)
  return (
    <Section
      title={title}
      aside={total > 0 ? t('formats.cases', { smart_count: total }) : null}
      flush
    >
      {lines.length === 0 ? (
        <Typography variant="body2" color="text.secondary" sx={{ px: { xs: 2, sm: 2.5 }, pb: 2 }}>
          {empty}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {seen.map((line) => (
          <Box
            component="li"
            key={keyOf(line)}
            sx={{
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            {children(line)}
          </Box>
        ))}
      </Box>
      {seen.length < lines.length ? (
        <Box sx={{ px: 2, pb: 1.5 }}>
          <Button size="small" onClick={() => setAll(true)}>
            {t('today.showAll', { smart_count: lines.length })}
          </Button>
        </Box>
      ) : null}
    </Section>
  )
}
