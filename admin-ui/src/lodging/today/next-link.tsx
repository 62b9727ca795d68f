import Button from '@mui/material/Button'
import { LinkBase } from 'react-admin'

type NextLinkProps = {
  to: string
  label: string
  about: string
  strong?: boolean
  /** The line's name leads there as well: in one hand that is enough. */
  repeated?: boolean
}

/** Where the next step is on another page: what it is about is said to those who do not see the line. */
export const NextLink = ({ to, label, about, strong = false, repeated = false }: NextLinkProps) => (
  <Button
    component={LinkBase}
    to={to}
    variant={strong ? 'contained' : 'text'}
    aria-label={`${label} ${about}`}
    sx={repeated ? { display: { xs: 'none', sm: 'inline-flex' } } : {}}
  >
    {label}
  </Button>
)
