import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { GuestInBrief, RegisteredStay, RevealedGuest } from '../../api/records.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { TableSheet } from '../../platform/lists/table-sheet.tsx'
import { StatePanel } from '../../platform/states/state-panel.tsx'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import { useCountries } from '../arrival/use-countries.ts'

type RegisterTableProps = { stays: RegisteredStay[]; revealed: RevealedGuest[] | null }

/** One line a guest, grouped by booking; in brief until it is revealed. */
export const RegisterTable = ({ stays, revealed }: RegisterTableProps) => {
  const t = useText()
  if (stays.length === 0) {
    return (
      <StatePanel
        icon={MenuBookOutlined}
        title={t('register.emptyTitle')}
        body={t('register.emptyBody')}
      />
    )
  }
  const columns = [
    'booking',
    'guest',
    'address',
    'work',
    'nationality',
    'stay',
    'recognised',
  ] as const
  return (
    <TableSheet>
      <Box
        data-register
        role="region"
        aria-label={t('register.title')}
        tabIndex={0}
        sx={{ overflowX: 'auto' }}
      >
        <Table size="small">
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableCell key={column}>{t(`register.columns.${column}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {stays.map((stay) => (
              <StayRows key={stay.id} stay={stay} revealed={revealed} />
            ))}
          </TableBody>
        </Table>
      </Box>
    </TableSheet>
  )
}

const StayRows = ({
  stay,
  revealed,
}: {
  stay: RegisteredStay
  revealed: RevealedGuest[] | null
}) => {
  const t = useText()
  const { moment } = useFormats()
  const { nameOf } = useCountries()
  const rows = Math.max(1, stay.entries.length)
  const booking = (
    <TableCell rowSpan={rows} sx={{ verticalAlign: 'top', whiteSpace: 'nowrap' }}>
      <strong>{stay.orderNumber}</strong>
      <br />
      {t('room.title', { number: stay.roomNumber })}
    </TableCell>
  )
  const times = [stay.checkedInAt, stay.checkedOutAt].map((at) => (at ? moment(at) : '—'))
  const end = (
    <>
      <TableCell rowSpan={rows} sx={{ verticalAlign: 'top' }}>
        {times.join(' – ')}
      </TableCell>
      <TableCell rowSpan={rows} sx={{ verticalAlign: 'top' }}>
        {stay.identity
          ? `${t(`arrival.methods.${stay.identity.method}`)} · ${t(`arrival.documents.${stay.identity.document}`)} · ${stay.identity.confirmedBy}`
          : '—'}
      </TableCell>
    </>
  )
  if (stay.entries.length === 0) {
    return (
      <TableRow>
        {booking}
        <TableCell colSpan={4}>{t('register.empty')}</TableCell>
        {end}
      </TableRow>
    )
  }
  return stay.entries.map((entry, index) => (
    <TableRow key={entry.id}>
      {index === 0 ? booking : null}
      <GuestCells
        entry={entry}
        full={revealed?.find(({ id }) => id === entry.id) ?? null}
        country={nameOf(entry.nationality)}
      />
      {index === 0 ? end : null}
    </TableRow>
  ))
}

type GuestCellsProps = { entry: GuestInBrief; full: RevealedGuest | null; country: string }

const GuestCells = ({ entry, full, country }: GuestCellsProps) => {
  const t = useText()
  const passport = full ? full.passportNumber : entry.passportHint
  return (
    <>
      <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 120 }}>
        {entry.name ?? t('register.forgotten')}
        {entry.representative ? (
          <Box
            component="span"
            sx={{ display: 'block', fontSize: '0.75rem', color: 'text.secondary' }}
          >
            {t('arrival.representative')}
          </Box>
        ) : null}
      </TableCell>
      <TableCell sx={{ minWidth: 140 }}>{full?.address ?? entry.addressHint ?? '—'}</TableCell>
      <TableCell>{full?.occupation ?? full?.contact ?? (entry.name ? '…' : '—')}</TableCell>
      <TableCell>{[country, passport].filter(Boolean).join(' · ')}</TableCell>
    </>
  )
}
