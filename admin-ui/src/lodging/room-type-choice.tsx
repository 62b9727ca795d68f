import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { AvailableType } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useNamed, useText } from '../platform/i18n/use-text.ts'
import { Stepper } from '../platform/layout/stepper.tsx'
import { ToneChip } from '../platform/layout/tone-chip.tsx'
import { dye } from '../platform/themes/palette.ts'
import { type BookingDraft, emptyLine } from './booking-draft.ts'

type Lines = BookingDraft['lines']
type RoomTypeChoiceProps = {
  types: AvailableType[]
  lines: Lines
  onChange: (lines: Lines) => void
}

/** How many of which rooms, with what is left and what it costs. */
export const RoomTypeChoice = ({ types, lines, onChange }: RoomTypeChoiceProps) => (
  <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
    {types.map((type) => (
      <TypeRow
        key={type.roomTypeId}
        type={type}
        line={lines[type.roomTypeId] ?? emptyLine}
        onChange={(line) => onChange({ ...lines, [type.roomTypeId]: line })}
      />
    ))}
  </Box>
)

type TypeRowProps = {
  type: AvailableType
  line: Lines[string]
  onChange: (line: Lines[string]) => void
}

const TypeRow = ({ type, line, onChange }: TypeRowProps) => {
  const t = useText()
  const name = useNamed()(type)
  const { points } = useFormats()
  const isFree = type.sellable && type.free > 0
  const count = isFree ? Math.min(line.count, type.free) : 0
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        rowGap: 1,
        py: 1.5,
        borderTop: `1px solid ${dye.line}`,
        '&:first-of-type': { borderTop: 0, pt: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 200px' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography variant="h3">{name}</Typography>
          <Left type={type} />
        </Box>
        <Typography variant="body2" color="text.secondary">
          {[
            t('booking.capacity', { smart_count: type.capacity }),
            type.amountPerRoom === null
              ? null
              : t('booking.perRoom', { points: points(type.amountPerRoom) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </Box>
      {isFree ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, rowGap: 1 }}>
          <Stepper
            label={t('booking.count')}
            name={t('booking.countOf', { name })}
            value={count}
            min={0}
            max={type.free}
            onChange={(next) => onChange({ ...line, count: next })}
          />
          {count > 0 ? (
            <Stepper
              label={t('booking.guestsPerRoom')}
              name={t('booking.guestsOf', { name })}
              value={line.guestsPerRoom}
              min={1}
              max={type.capacity}
              onChange={(guestsPerRoom) => onChange({ ...line, guestsPerRoom })}
            />
          ) : null}
        </Box>
      ) : null}
    </Box>
  )
}

const Left = ({ type }: { type: AvailableType }) => {
  const t = useText()
  if (type.amountPerRoom === null) return <ToneChip tone="quiet" label={t('booking.noRate')} />
  if (!type.sellable || type.free === 0) return <ToneChip tone="bad" label={t('booking.full')} />
  return <ToneChip tone="good" label={t('booking.free', { smart_count: type.free })} />
}
