import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { ReactElement } from 'react'
import { ResponsiveContainer } from 'recharts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Section } from '../../platform/layout/section.tsx'
import { rightAligned } from '../../platform/lists/table-sheet.tsx'

type ChartSectionProps = {
  title: string
  columns: string[]
  rows: string[][]
  /** Says instead of an empty chart that there is nothing to draw. */
  empty: boolean
  children: ReactElement
}

const HEIGHT = 240

/** A picture of figures, and the figures themselves for whoever wants to read them or cannot see it. */
export const ChartSection = ({ title, columns, rows, empty, children }: ChartSectionProps) => {
  const t = useText()
  return (
    <Section title={title}>
      {empty ? (
        <Box sx={{ color: 'text.secondary', py: 2 }}>{t('kpis.nothing')}</Box>
      ) : (
        <Box role="img" aria-label={t('kpis.chartOf', { title })} sx={{ mx: -1 }}>
          <ResponsiveContainer
            width="100%"
            height={HEIGHT}
            initialDimension={{ width: 320, height: HEIGHT }}
          >
            {children}
          </ResponsiveContainer>
        </Box>
      )}
      {rows.length > 0 ? (
        <Box component="details" sx={{ mt: 1 }}>
          <Box
            component="summary"
            sx={{ cursor: 'pointer', fontSize: '0.875rem', fontWeight: 600, py: 0.5 }}
          >
            {t('kpis.asTable')}
          </Box>
          <Box
            sx={{ overflowX: 'auto', maxHeight: 360 }}
            tabIndex={0}
            role="region"
            aria-label={t('kpis.tableOf', { title })}
          >
            <Table size="small" stickyHeader>
              <TableHead>
                <TableRow>
                  {columns.map((column, index) => (
                    <TableCell key={column} sx={index > 0 ? rightAligned : {}}>
                      {column}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {rows.map(([name = '', ...cells]) => (
                  <TableRow key={name}>
                    <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                      {name}
                    </TableCell>
                    {cells.map((cell, index) => (
                      <TableCell key={columns[index + 1] ?? index} sx={rightAligned}>
                        {cell}
                      </TableCell>
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Box>
        </Box>
      ) : null}
    </Section>
  )
}
