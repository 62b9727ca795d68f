import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import type { ArrivalSheet, Stay } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { blankGuest, type GuestDraft, type RoomDraft } from './arrival-draft.ts'
import { GuestCard } from './guest-card.tsx'
import type { GuestProblems } from './guest-problems.ts'

type GuestsStepProps = {
  sheet: ArrivalSheet
  stays: Stay[]
  rooms: Record<string, RoomDraft>
  /** Of a room and a guest, by their places. */
  problemsOf: GuestProblems
  asked: boolean
  onChange: (stayId: string, room: RoomDraft) => void
}

/** The guest register, room by room, a card for every guest. */
export const GuestsStep = ({
  sheet,
  stays,
  rooms,
  problemsOf,
  asked,
  onChange,
}: GuestsStepProps) => {
  const t = useText()
  return stays.map((stay, index) => {
    const room = rooms[stay.id]
    const facts = sheet.rooms.find(({ stayId }) => stayId === stay.id)
    if (!room || !facts) return null
    return (
      <RoomGuests
        key={stay.id}
        title={stays.length > 1 ? t('room.title', { number: stay.roomNumber }) : null}
        stay={stay}
        sheet={sheet}
        facts={facts}
        room={room}
        problemsOf={(guest) => problemsOf(index, guest, room, facts.licence)}
        isFirst={index === 0}
        asked={asked}
        onChange={(changed) => onChange(stay.id, changed)}
      />
    )
  })
}

type RoomGuestsProps = {
  title: string | null
  stay: Stay
  sheet: ArrivalSheet
  facts: ArrivalSheet['rooms'][number]
  room: RoomDraft
  problemsOf: (guest: number) => ReturnType<GuestProblems>
  isFirst: boolean
  asked: boolean
  onChange: (room: RoomDraft) => void
}

const RoomGuests = (props: RoomGuestsProps) => {
  const { title, stay, sheet, facts, room, problemsOf, isFirst, asked, onChange } = props
  const t = useText()
  const [first] = room.guests
  const taken = room.guests.map(({ copied }) => copied?.id)
  const change = (index: number, guest: GuestDraft) =>
    onChange({ ...room, guests: room.guests.map((one, at) => (at === index ? guest : one)) })
  const remove = (index: number) =>
    onChange({
      ...room,
      guests: room.guests.filter((_, at) => at !== index),
      representative:
        room.representative === index
          ? 0
          : room.representative - (room.representative > index ? 1 : 0),
    })
  const differs = room.guests.length !== stay.guests
  const missing = asked && differs && room.countReason.trim() === ''

  return (
    <>
      {title ? (
        <Typography variant="h2" component="h3">
          {title}
        </Typography>
      ) : null}
      {room.guests.map((guest, index) => (
        <GuestCard
          // oxlint-disable-next-line react/no-array-index-key -- guests have no name of their own yet
          key={index}
          guest={guest}
          first={index > 0 && first ? first : null}
          number={index + 1}
          licence={facts.licence}
          earlier={sheet.lastGuests.filter(({ id }) => !taken.includes(id))}
          problems={problemsOf(index)}
          representative={room.representative === index}
          autoFocus={isFirst && index === 0}
          onChange={(changed) => change(index, changed)}
          onRepresent={() => onChange({ ...room, representative: index })}
          onRemove={room.guests.length > 1 ? () => remove(index) : null}
        />
      ))}
      {room.guests.length < facts.capacity ? (
        <Button
          variant="outlined"
          onClick={() => onChange({ ...room, guests: [...room.guests, blankGuest()] })}
          sx={{ justifySelf: 'start' }}
        >
          {t('arrival.addGuest')}
        </Button>
      ) : null}
      {differs ? (
        <TextField
          label={t('arrival.countReason', { booked: stay.guests, given: room.guests.length })}
          required
          value={room.countReason}
          error={missing}
          helperText={t(missing ? 'commands.reasonMissing' : 'commands.reasonHelp')}
          onChange={(event) => onChange({ ...room, countReason: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      ) : null}
    </>
  )
}
