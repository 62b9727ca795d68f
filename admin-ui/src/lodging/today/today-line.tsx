import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { LinkBase } from 'react-admin'
import { type ToneName, tones } from '../../platform/themes/palette.ts'

type TodayLineProps = {
  /** The room, or what stands in its place. */
  mark?: string | undefined
  tone?: ToneName
  title: string
  to: string | null
  about: ReactNode
  chips?: ReactNode
  /** The one next step. */
  children?: ReactNode
}

/** A line of the day: where, who, what about it, and the next step under the thumb. */
export const TodayLine = ({
  mark,
  tone = 'quiet',
  title,
  to,
  about,
  chips,
  children,
}: TodayLineProps) => (
  <Box
    sx={{
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: 1.5,
      rowGap: 1,
      px: { xs: 2, sm: 2.5 },
      py: 1.25,
    }}
  >
    {mark ? (
      <Box
        component="span"
        sx={{
          minWidth: 52,
          px: 0.75,
          py: 0.75,
          borderRadius: 2,
          textAlign: 'center',
          fontWeight: 700,
          fontSize: '1.0625rem',
          lineHeight: 1.3,
          color: tones[tone].ink,
          bgcolor: tones[tone].paper,
        }}
      >
        {mark}
      </Box>
    ) : null}
    <Box sx={{ flex: '1 1 160px', minWidth: 0 }}>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.25 }}
      >
        {to ? (
          <Link component={LinkBase} to={to} sx={{ fontWeight: 600 }}>
            {title}
          </Link>
        ) : (
          <Typography component="span" sx={{ fontWeight: 600 }}>
            {title}
          </Typography>
        )}
        {chips}
      </Box>
      <Typography variant="body2" color="text.secondary" component="div">
        {about}
      </Typography>
    </Box>
    {children ? <Box sx={{ ml: 'auto', flexShrink: 0 }}>{children}</Box> : null}
  </Box>
)
