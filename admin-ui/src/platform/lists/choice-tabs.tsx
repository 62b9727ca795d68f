import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useListContext } from 'react-admin'

type Choice = { value: string; label: string }
type ChoiceTabsProps = { label: string; source: string; choices: Choice[]; fallback: string }

/** One filter as tabs: what a list is usually looked at by. */
export const ChoiceTabs = ({ label, source, choices, fallback }: ChoiceTabsProps) => {
  const { filterValues, setFilters } = useListContext()
  const value = String(filterValues[source] ?? fallback)
  return (
    <Tabs
      aria-label={label}
      value={choices.some((choice) => choice.value === value) ? value : false}
      onChange={(_, chosen: string) =>
        setFilters({ ...filterValues, [source]: chosen || undefined })
      }
      variant="scrollable"
      scrollButtons={false}
      sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
    >
      {choices.map((choice) => (
        <Tab key={choice.value} value={choice.value} label={choice.label} />
      ))}
    </Tabs>
  )
}
