import ChevronLeft from '@mui/icons-material/ChevronLeft'
import Link from '@mui/material/Link'
import { LinkBase } from 'react-admin'

export const BackLink = ({ to, label }: { to: string; label: string }) => (
  <Link
    component={LinkBase}
    to={to}
    sx={{
      display: 'inline-flex',
      alignItems: 'center',
      fontSize: '0.875rem',
      py: 0.5,
      ml: -0.5,
      mb: 0.5,
    }}
  >
    <ChevronLeft aria-hidden fontSize="small" />
    {label}
  </Link>
)
