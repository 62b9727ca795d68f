import Box from '@mui/material/Box'
import { useListContext } from 'react-admin'
import { useText } from '../platform/i18n/use-text.ts'
import { DayField } from '../platform/layout/day-field.tsx'
import { ChoiceTabs } from '../platform/lists/choice-tabs.tsx'
import { SearchField } from '../platform/lists/search-field.tsx'

const statuses = [
  'pending',
  'confirmed',
  'in_house',
  'departed',
  'cancelled',
  'expired',
  'no_show',
] as const

export const OrderFilters = () => {
  const t = useText()
  const { filterValues, setFilters } = useListContext()
  const choices = statuses.map((status) => ({
    value: status,
    label: t(`orders.statuses.${status}`),
  }))
  return (
    <>
      <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 1 }}>
        <SearchField label={t('orders.search')} />
        <DayField
          size="small"
          label={t('orders.checkInOn')}
          value={String(filterValues['checkIn'] ?? '')}
          onChange={(checkIn) => setFilters({ ...filterValues, checkIn })}
          sx={{ flex: { xs: '1 1 260px', sm: '0 0 180px' } }}
        />
      </Box>
      <ChoiceTabs
        label={t('orders.status')}
        source="status"
        choices={[{ value: '', label: t('lists.all') }, ...choices]}
        fallback=""
      />
    </>
  )
}
