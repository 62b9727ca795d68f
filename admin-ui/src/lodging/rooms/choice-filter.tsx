import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useListContext } from 'react-admin'
import { useText } from '../../platform/i18n/use-text.ts'

type ChoiceFilterProps = {
  source: string
  label: string
  choices: readonly { id: string; name: string }[]
  multiple?: boolean
}

/** One filter of a list as a choice; with `multiple` all that is chosen must hold. */
export const ChoiceFilter = ({ source, label, choices, multiple = false }: ChoiceFilterProps) => {
  const t = useText()
  const { filterValues, setFilters } = useListContext()
  const given: unknown = filterValues[source]
  const chosen = (Array.isArray(given) ? given : given === undefined ? [] : [given]).map(String)
  // A choice that is not loaded yet is no error of the person's.
  const known = chosen.filter((one) => choices.some(({ id }) => id === one))
  const choose = (value: string | string[]) => {
    const next = typeof value === 'string' ? [value] : value
    const kept = next.filter((one) => one !== '')
    const filter = kept.length === 0 ? undefined : multiple ? kept : kept[0]
    setFilters({ ...filterValues, [source]: filter })
  }
  return (
    <TextField
      select
      size="small"
      label={label}
      value={multiple ? known : (known[0] ?? '')}
      onChange={(event) => choose(event.target.value)}
      slotProps={{ select: { multiple } }}
      sx={{ flex: { xs: '1 1 140px', sm: '0 0 180px' }, minWidth: 0 }}
    >
      {multiple ? null : <MenuItem value="">{t('lists.all')}</MenuItem>}
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}
