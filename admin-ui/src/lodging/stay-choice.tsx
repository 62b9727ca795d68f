import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import type { Stay } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { useRoomTypeName } from './use-room-type-name.ts'

type StayChoiceProps = { stays: Stay[]; chosen: string[]; onChange: (stayIds: string[]) => void }

/** Which rooms of the order are meant. */
export const StayChoice = ({ stays, chosen, onChange }: StayChoiceProps) => {
  const t = useText()
  const typeName = useRoomTypeName()
  const { days } = useFormats()
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])

  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, fontWeight: 600 }}>
        {t('cancellation.choose')}
      </Box>
      {stays.map((stay) => (
        <FormControlLabel
          key={stay.id}
          sx={{ display: 'flex', alignItems: 'flex-start', mr: 0, py: 0.25 }}
          control={
            <Checkbox
              checked={chosen.includes(stay.id)}
              onChange={() => toggle(stay.id)}
              sx={{ py: 0.5 }}
            />
          }
          label={
            <Box sx={{ pt: 0.25 }}>
              {t('cancellation.stay', {
                room: stay.roomNumber ?? t('orders.unassigned'),
                type: typeName(stay),
              })}
              <Box
                component="span"
                sx={{ display: 'block', fontSize: '0.8125rem', color: 'text.secondary' }}
              >
                {days(stay.checkIn, stay.checkOut)}
              </Box>
            </Box>
          }
        />
      ))}
      <FormHelperText error={chosen.length === 0} sx={{ m: 0 }}>
        {t(chosen.length === 0 ? 'cancellation.chooseNone' : 'cancellation.chooseHelp')}
      </FormHelperText>
    </Box>
  )
}
