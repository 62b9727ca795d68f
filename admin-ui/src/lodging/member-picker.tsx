import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useGetList } from 'react-admin'
import type { Member } from '../api/records.ts'
import { NewMemberDialog } from '../members/new-member-dialog.tsx'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { usePermission } from '../platform/session/use-session.ts'

const PAUSE_MS = 250
const SHOWN = 10

type MemberPickerProps = { member: Member | null; onChange: (member: Member | null) => void }

/** Finds one member by name, kana or number; the server searches, the browser only shows. */
export const MemberPicker = ({ member, onChange }: MemberPickerProps) => {
  const t = useText()
  const { points } = useFormats()
  const mayRegister = usePermission('member.register')
  const [text, setText] = useState('')
  const [registering, setRegistering] = useState(false)
  const query = useSettled(text)
  const { data: found = [], isFetching } = useGetList<Member>(
    'members',
    { filter: { q: query }, pagination: { page: 1, perPage: SHOWN } },
    { enabled: query !== '' },
  )

  return (
    <>
      <Autocomplete<Member>
        value={member}
        options={query ? found : []}
        loading={isFetching}
        filterOptions={(options) => options}
        getOptionLabel={(one) => `${one.name} (${one.number})`}
        getOptionKey={(one) => one.id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        noOptionsText={t(query ? 'booking.noMember' : 'booking.typeMore')}
        loadingText={t('states.loading')}
        onChange={(_, chosen) => onChange(chosen)}
        onInputChange={(_, typed, reason) => setText(reason === 'input' ? typed.trim() : '')}
        renderOption={({ key, ...option }, one) => (
          <Box component="li" key={key} {...option}>
            <Box sx={{ minWidth: 0, flex: 1 }}>
              <Typography noWrap>{one.name}</Typography>
              <Typography
                variant="caption"
                color="text.secondary"
              >{`${one.kana} · ${one.number}`}</Typography>
            </Box>
            <Typography variant="body2">{points(one.balance)}</Typography>
          </Box>
        )}
        renderInput={(input) => <TextField {...input} label={t('booking.findMember')} />}
      />
      {mayRegister ? (
        <Button size="small" sx={{ mt: 1, ml: -0.5 }} onClick={() => setRegistering(true)}>
          {t('booking.newMember')}
        </Button>
      ) : null}
      {registering ? (
        <NewMemberDialog
          onClose={() => setRegistering(false)}
          onDone={(registered) => {
            setRegistering(false)
            onChange(registered)
          }}
        />
      ) : null}
    </>
  )
}

/** What was typed, once the typing has paused. */
const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
