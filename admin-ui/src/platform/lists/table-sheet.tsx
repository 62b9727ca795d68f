import Card from '@mui/material/Card'
import type { ReactNode } from 'react'

/** The sheet under a wide table; it scrolls inside itself, never the page. */
export const TableSheet = ({ children }: { children: ReactNode }) => (
  <Card sx={{ overflowX: 'auto', '& .RaDataTable-row': { cursor: 'pointer' } }}>{children}</Card>
)

/** For a column of amounts; its cells carry this as their own style. */
export const rightAligned = { textAlign: 'right', whiteSpace: 'nowrap' } as const
