import Box from '@mui/material/Box'
import { NumberInput, SelectArrayInput, SelectInput, TextInput } from 'react-admin'
import type { TextKey } from '../../platform/i18n/text-key.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useEquipment, useRoomTypes } from './use-room-choices.ts'

const DESCRIPTION_MAX = 1000
const NUMBER_MAX = 20
const AREA_STEP = 0.01

/** Only presence is asked here; what fits together the house says, in the same words everywhere. */
export const RoomFields = () => {
  const t = useText()
  const types = useRoomTypes()
  const equipment = useEquipment()
  const required = (value: unknown) =>
    value === undefined || value === null || value === ''
      ? t('members.required' satisfies TextKey)
      : undefined
  return (
    <Box sx={{ display: 'grid', columnGap: 2, rowGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
      <TextInput
        margin="none"
        source="number"
        label={t('rooms.number')}
        validate={required}
        required
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: NUMBER_MAX } }}
      />
      <SelectInput
        size="medium"
        margin="none"
        source="roomTypeId"
        label={t('rooms.type')}
        choices={types}
        validate={required}
        required
      />
      <NumberInput
        size="medium"
        margin="none"
        source="floor"
        label={t('rooms.floor')}
        validate={required}
        required
      />
      <NumberInput
        size="medium"
        margin="none"
        source="areaM2"
        label={t('rooms.areaField')}
        step={AREA_STEP}
        helperText={t('rooms.areaHelp')}
      />
      <NumberInput
        size="medium"
        margin="none"
        source="ownCapacity"
        label={t('rooms.ownCapacity')}
        helperText={t('rooms.ownCapacityHelp')}
      />
      <SelectArrayInput
        size="medium"
        margin="none"
        source="equipment"
        label={t('rooms.equipment')}
        choices={equipment}
      />
      <TextInput
        margin="none"
        source="description"
        label={t('rooms.description')}
        multiline
        minRows={3}
        parse={(text: string) => text}
        helperText={t('rooms.descriptionHelp')}
        slotProps={{ htmlInput: { maxLength: DESCRIPTION_MAX } }}
        sx={{ gridColumn: { sm: '1 / -1' } }}
      />
    </Box>
  )
}
