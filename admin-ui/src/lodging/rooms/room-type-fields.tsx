import Box from '@mui/material/Box'
import { NumberInput, TextInput } from 'react-admin'
import { useText } from '../../platform/i18n/use-text.ts'

const NAME_MAX = 100

/** `isNew`: the code is given once and stays, because others refer to it. */
export const RoomTypeFields = ({ isNew = false }: { isNew?: boolean }) => {
  const t = useText()
  const required = (value: unknown) =>
    value === undefined || value === null || value === '' ? t('members.required') : undefined
  return (
    <Box sx={{ display: 'grid', columnGap: 2, rowGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
      <TextInput
        margin="none"
        source="name"
        label={t('roomTypes.name')}
        validate={required}
        required
        slotProps={{ htmlInput: { maxLength: NAME_MAX } }}
      />
      <TextInput
        margin="none"
        source="nameEn"
        label={t('roomTypes.nameEn')}
        validate={required}
        required
        slotProps={{ htmlInput: { maxLength: NAME_MAX } }}
      />
      {isNew ? (
        <TextInput
          margin="none"
          source="code"
          label={t('roomTypes.code')}
          validate={required}
          required
          helperText={t('roomTypes.codeHelp')}
          autoComplete="off"
        />
      ) : null}
      <NumberInput
        size="medium"
        margin="none"
        source="capacity"
        label={t('rooms.capacity')}
        validate={required}
        required
        helperText={t('roomTypes.capacityHelp')}
      />
    </Box>
  )
}
