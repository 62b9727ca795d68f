import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Member } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { RecordCards } from '../platform/lists/record-cards.tsx'

export const MemberCards = () => {
  const { points } = useFormats()
  return (
    <RecordCards<Member> to={({ id }) => `/members/${id}/show`}>
      {(member) => (
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
          <Box sx={{ minWidth: 0 }}>
            <Typography sx={{ fontWeight: 600 }} noWrap>
              {member.name}
            </Typography>
            <Typography variant="caption" color="text.secondary" noWrap component="p">
              {`${member.kana} · ${member.number}`}
            </Typography>
          </Box>
          <Typography sx={{ ml: 'auto', fontWeight: 600, whiteSpace: 'nowrap' }}>
            {points(member.balance)}
          </Typography>
        </Box>
      )}
    </RecordCards>
  )
}
