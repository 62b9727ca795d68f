import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import CardActionArea from '@mui/material/CardActionArea'
import type { ReactNode } from 'react'
import { LinkBase, type RaRecord, useListContext } from 'react-admin'

type RecordCardsProps<T extends RaRecord> = {
  to: (record: T) => string
  children: (record: T) => ReactNode
}

/** A list on a phone: one card a record, the whole card a link. */
export const RecordCards = <T extends RaRecord>({ to, children }: RecordCardsProps<T>) => {
  const { data = [] } = useListContext<T>()
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
      {data.map((record) => (
        <Card key={record.id} component="li">
          <CardActionArea component={LinkBase} to={to(record)} sx={{ p: 1.75 }}>
            {children(record)}
          </CardActionArea>
        </Card>
      ))}
    </Box>
  )
}
