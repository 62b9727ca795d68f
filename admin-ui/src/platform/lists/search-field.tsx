import Close from '@mui/icons-material/Close'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import Search from '@mui/icons-material/Search'
import TextField from '@mui/material/TextField'
import { useEffect, useState } from 'react'
import { useListContext } from 'react-admin'
import { useText } from '../i18n/use-text.ts'

const PAUSE_MS = 300

/** Searches while one types, after a short pause. */
export const SearchField = ({ label, source = 'q' }: { label: string; source?: string }) => {
  const t = useText()
  const { filterValues, setFilters } = useListContext()
  const applied = String(filterValues[source] ?? '')
  const [text, setText] = useState(applied)
  useEffect(() => setText(applied), [applied])
  useEffect(() => {
    if (text.trim() === applied) return undefined
    const timer = setTimeout(() => setFilters({ ...filterValues, [source]: text.trim() }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, applied, filterValues, setFilters, source])

  return (
    <TextField
      type="search"
      size="small"
      label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      sx={{
        flex: '1 1 260px',
        maxWidth: { sm: 380 },
        '& input::-webkit-search-cancel-button': { display: 'none' },
      }}
      slotProps={{
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search aria-hidden fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: text ? (
            <IconButton
              size="small"
              edge="end"
              aria-label={t('actions.clearSearch')}
              onClick={() => setText('')}
            >
              <Close fontSize="small" />
            </IconButton>
          ) : null,
        },
      }}
    />
  )
}
