import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Button from '@mui/material/Button'
import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined'
import { type ReactNode } from 'react'
import { Pagination, useListContext } from 'react-admin'
import { useText } from '../i18n/use-text.ts'
import { Failure } from '../states/failure.tsx'
import { StatePanel } from '../states/state-panel.tsx'

const ROWS = 8

type ListBodyProps = {
  empty: ReactNode
  /** For lists that are always filtered, such as an inbox. */
  emptyWhenFiltered?: boolean
  children: ReactNode
}

/** What is between the filters and the end of the page: rows, or why there are none. */
export const ListBody = ({ empty, emptyWhenFiltered = false, children }: ListBodyProps) => {
  const { data, error, isPending, refetch, filterValues, setFilters, total } = useListContext()
  const isFiltered = Object.values(filterValues).some(
    (value) => value !== undefined && value !== '',
  )
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (isPending) return <ListLoading />
  if (!data || data.length === 0) {
    return isFiltered && !emptyWhenFiltered ? <NoMatch onClear={() => setFilters({})} /> : empty
  }
  return (
    <>
      {children}
      {total && total > data.length ? <Pagination rowsPerPageOptions={[]} /> : null}
    </>
  )
}

const ListLoading = () => {
  const t = useText()
  return (
    <Box role="status" aria-label={t('states.loading')} sx={{ display: 'grid', gap: 1 }}>
      {Array.from({ length: ROWS }, (_, index) => (
        <Skeleton key={index} variant="rounded" height={52} />
      ))}
    </Box>
  )
}

const NoMatch = ({ onClear }: { onClear: () => void }) => {
  const t = useText()
  return (
    <StatePanel
      icon={SearchOffOutlined}
      title={t('states.noMatchTitle')}
      body={t('states.noMatchBody')}
      action={
        <Button variant="outlined" onClick={onClear}>
          {t('actions.clear')}
        </Button>
      }
    />
  )
}
