import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TuneOutlined from '@mui/icons-material/TuneOutlined'
import { useState } from 'react'
import { ColumnsButton, useListContext } from 'react-admin'
import { useText } from '../platform/i18n/use-text.ts'
import { useIsNarrow } from '../platform/layout/use-screen.ts'
import { ChoiceTabs } from '../platform/lists/choice-tabs.tsx'
import { SearchField } from '../platform/lists/search-field.tsx'
import { OrderSavedFilters } from './order-saved-filters.tsx'
import { detailFilters, OrderSearchFields } from './order-search-fields.tsx'

const statuses = [
  'pending',
  'confirmed',
  'in_house',
  'departed',
  'cancelled',
  'expired',
  'no_show',
] as const

/** By name at once; by everything else where somebody asks for it, or an address brought it along. */
export const OrderFilters = () => {
  const t = useText()
  const narrow = useIsNarrow()
  const { filterValues } = useListContext()
  const used = detailFilters.filter((name) => filterValues[name]).length
  const [asked, setAsked] = useState<boolean | null>(null)
  const open = asked ?? used > 0
  const choices = statuses.map((status) => ({
    value: status,
    label: t(`orders.statuses.${status}`),
  }))
  return (
    <>
      <Box role="search" sx={{ mb: 1 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 1.5 }}>
          <SearchField label={t('orders.search')} />
          <Button
            variant="outlined"
            startIcon={<TuneOutlined />}
            aria-expanded={open}
            onClick={() => setAsked(!open)}
          >
            {used > 0 ? t('orderSearch.moreUsed', { smart_count: used }) : t('orderSearch.more')}
          </Button>
          {narrow ? null : <ColumnsButton />}
        </Box>
        {open ? <OrderSearchFields /> : null}
      </Box>
      <OrderSavedFilters />
      <ChoiceTabs
        label={t('orders.status')}
        source="status"
        choices={[{ value: '', label: t('lists.all') }, ...choices]}
        fallback=""
      />
    </>
  )
}
