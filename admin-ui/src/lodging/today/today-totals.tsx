import Box from '@mui/material/Box'
import ArrivalIcon from '@mui/icons-material/LoginOutlined'
import DepartureIcon from '@mui/icons-material/LogoutOutlined'
import NotificationsActiveOutlined from '@mui/icons-material/NotificationsActiveOutlined'
import PeopleOutlined from '@mui/icons-material/PeopleOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { Today } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { type ToneName, tones } from '../../platform/themes/palette.ts'

/** How far the day has come, in four figures. */
export const TodayTotals = ({ today }: { today: Today }) => {
  const t = useText()
  const { arrivals, departures, counts } = today
  const waiting = today.payments.length + today.approvals.length + counts.cases
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        mb: 2,
        gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(4, minmax(0, 1fr))' },
      }}
    >
      <Total
        icon={ArrivalIcon}
        tone="calm"
        label={t('today.arrivals')}
        count={arrivals.length}
        note={t('today.arrived', { smart_count: counts.arrived })}
      />
      <Total
        icon={DepartureIcon}
        tone="plum"
        label={t('today.departures')}
        count={departures.length}
        note={t('today.departed', { smart_count: counts.departed })}
      />
      <Total
        icon={PeopleOutlined}
        tone="good"
        label={t('today.inHouse')}
        count={departures.length + today.inHouse.length}
        note={t('today.guests', { smart_count: counts.guests })}
      />
      <Total
        icon={NotificationsActiveOutlined}
        tone={waiting > 0 ? 'wait' : 'quiet'}
        label={t('today.waiting')}
        count={waiting}
        note={t('today.waitingNote')}
      />
    </Box>
  )
}

type TotalProps = {
  icon: SvgIconComponent
  tone: ToneName
  label: string
  count: number
  note: string
}

const Total = ({ icon: Icon, tone, label, count, note }: TotalProps) => (
  <Box
    role="group"
    aria-label={label}
    sx={{
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr) auto',
      alignItems: 'center',
      columnGap: 1,
      px: { xs: 1.25, sm: 1.75 },
      py: 1,
      borderRadius: 2,
      color: tones[tone].ink,
      bgcolor: tones[tone].paper,
      boxShadow: `inset 0 0 0 1px ${tones[tone].edge}55`,
    }}
  >
    <Icon aria-hidden sx={{ fontSize: 22 }} />
    <Box component="span" sx={{ fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.4 }}>
      {label}
    </Box>
    <Box component="span" sx={{ fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.1 }}>
      {count}
    </Box>
    <Box component="span" sx={{ gridColumn: '2 / 4', fontSize: '0.75rem', lineHeight: 1.4 }}>
      {note}
    </Box>
  </Box>
)
