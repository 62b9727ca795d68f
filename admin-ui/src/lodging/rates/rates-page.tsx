import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import EmptyIcon from '@mui/icons-material/BedroomParentOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { LinkBase } from 'react-admin'
import type { NightCalendar } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Page } from '../../platform/layout/page.tsx'
import { useIsPhone } from '../../platform/layout/use-screen.ts'
import { usePermission } from '../../platform/session/use-session.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { RequirePermission } from '../../platform/states/require-permission.tsx'
import { StatePanel } from '../../platform/states/state-panel.tsx'
import { useBusinessDate } from '../use-business-date.ts'
import { EditRatesDialog } from './edit-rates-dialog.tsx'
import { MissingRates } from './missing-rates.tsx'
import { MonthSwitch } from './month-switch.tsx'
import { monthOf } from './months.ts'
import { NightGrid, type NightCellProps } from './night-grid.tsx'
import { NightLegend } from './night-legend.tsx'
import { NightMonth } from './night-month.tsx'
import { only, type Selection } from './night-selection.ts'
import { RateCell } from './rate-cell.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { UndoRatesButton } from './undo-rates-button.tsx'
import { useNightCalendar } from './use-night-calendar.ts'
import { useSaidNight } from './use-said-night.ts'

export const RatesPage = () => (
  <RequirePermission of="rate.read">
    <Rates />
  </RequirePermission>
)

/** What every night costs, a month at a time; what has no rate cannot be overlooked. */
const Rates = () => {
  const t = useText()
  const isPhone = useIsPhone()
  const today = useBusinessDate()
  const [chosen, setMonth] = useState<string | null>(null)
  const month = chosen ?? (today ? monthOf(today) : null)
  const { data: calendar, error, refetch } = useNightCalendar(month)
  const mayEdit = usePermission('rate.edit')

  return (
    <Page
      title={t('rates.title')}
      lead={t(isPhone ? 'rates.leadPhone' : 'rates.lead')}
      maxWidth={2600}
      actions={
        <>
          {month ? <MonthSwitch month={month} onChange={setMonth} /> : null}
          <Button component={LinkBase} to="/rates/rules" variant="outlined">
            {t('rates.rules')}
          </Button>
          {mayEdit ? <UndoRatesButton /> : null}
        </>
      }
    >
      {error && !calendar ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!calendar && !error ? <Skeleton variant="rounded" height={420} /> : null}
      {calendar?.roomTypes.length === 0 ? (
        <StatePanel icon={EmptyIcon} title={t('board.emptyTitle')} body={t('board.emptyBody')} />
      ) : null}
      {calendar && calendar.roomTypes.length > 0 ? (
        <RatesOfMonth key={calendar.dates[0]?.date} calendar={calendar} mayEdit={mayEdit} />
      ) : null}
    </Page>
  )
}

const RatesOfMonth = ({ calendar, mayEdit }: { calendar: NightCalendar; mayEdit: boolean }) => {
  const t = useText()
  const said = useSaidNight()
  const isPhone = useIsPhone()
  const [selection, setSelection] = useState<Selection | null>(null)
  const [roomType, setRoomType] = useState(0)
  const [editing, setEditing] = useState(false)
  const open = () => setEditing(mayEdit)
  const common = {
    calendar,
    said,
    cell: ({ night }: NightCellProps) => <RateCell night={night} />,
    onOpen: open,
    ...(mayEdit && { selection, onSelect: setSelection }),
  }
  return (
    <>
      <MissingRates
        calendar={calendar}
        onShow={(place) => {
          setRoomType(place.type)
          setSelection(only(place))
        }}
      />
      {isPhone ? (
        <NightMonth
          {...common}
          roomType={roomType}
          onRoomType={(index) => {
            setSelection(null)
            setRoomType(index)
          }}
        />
      ) : (
        <NightGrid {...common} label={t('rates.title')} />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 1.5, alignItems: 'center' }}>
        <NightLegend />
        {mayEdit && !selection ? (
          <Button
            startIcon={<EditOutlined />}
            variant="contained"
            onClick={open}
            sx={{ ml: 'auto' }}
          >
            {t('rates.edit')}
          </Button>
        ) : null}
      </Box>
      {selection ? (
        <SelectionBar
          calendar={calendar}
          selection={selection}
          onEdit={open}
          onClear={() => setSelection(null)}
        />
      ) : null}
      {editing ? (
        <EditRatesDialog
          calendar={calendar}
          selection={selection}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false)
            setSelection(null)
          }}
        />
      ) : null}
    </>
  )
}
