import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useListContext } from 'react-admin'
import { useText } from '../platform/i18n/use-text.ts'
import { DayField } from '../platform/layout/day-field.tsx'
import { SearchField } from '../platform/lists/search-field.tsx'

const DAYS = ['checkInFrom', 'checkInUntil', 'checkOutFrom', 'checkOutUntil'] as const
const CHANNELS = ['desk', 'web', 'wechat', 'mini_program', 'line'] as const

/** What else an order may be found by, beside the name. */
export const detailFilters = [...DAYS, 'roomNumber', 'memberNumber', 'channel'] as const

export const OrderSearchFields = () => {
  const t = useText()
  const { filterValues, setFilters } = useListContext()
  const set = (name: string, value: string) =>
    setFilters({ ...filterValues, [name]: value || undefined })
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        mb: 1.5,
        gridTemplateColumns: {
          xs: '1fr 1fr',
          sm: 'repeat(auto-fill, minmax(170px, 1fr))',
        },
      }}
    >
      {DAYS.map((name) => (
        <DayField
          key={name}
          size="small"
          label={t(`orderSearch.${name}`)}
          value={String(filterValues[name] ?? '')}
          onChange={(day) => set(name, day)}
        />
      ))}
      <SearchField label={t('orderSearch.roomNumber')} source="roomNumber" />
      <SearchField label={t('orderSearch.memberNumber')} source="memberNumber" />
      <TextField
        select
        size="small"
        label={t('orderSearch.channel')}
        value={String(filterValues['channel'] ?? '')}
        onChange={(event) => set('channel', event.target.value)}
      >
        <MenuItem value="">{t('lists.all')}</MenuItem>
        {CHANNELS.map((channel) => (
          <MenuItem key={channel} value={channel}>
            {t(`orders.channels.${channel}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  )
}
