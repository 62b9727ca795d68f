import Box from '@mui/material/Box'
import { dye } from '../themes/palette.ts'

/** A noren over the entrance, with the seal of the house. */
export const BrandMark = ({ size = 32 }: { size?: number }) => (
  <Box
    component="svg"
    viewBox="0 0 32 32"
    aria-hidden
    sx={{ width: size, height: size, flexShrink: 0, display: 'block' }}
  >
    <rect width="32" height="32" rx="7" fill={dye.indigoDeep} />
    <path d="M4 8.5h24" stroke={dye.washi} strokeWidth="2" strokeLinecap="round" />
    <path d="M7 8.5h5.4v15H7zM13.3 8.5h5.4v15h-5.4zM19.6 8.5H25v15h-5.4z" fill={dye.washi} />
    <circle cx="16" cy="15" r="3.2" fill={dye.vermilion} />
  </Box>
)
