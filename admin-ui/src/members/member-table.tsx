import Link from '@mui/material/Link'
import { DataTable, LinkBase } from 'react-admin'
import type { Member } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { rightAligned, TableSheet } from '../platform/lists/table-sheet.tsx'

const Column = DataTable.Col<Member>

export const MemberTable = () => {
  const t = useText()
  const { points } = useFormats()
  return (
    <TableSheet>
      <DataTable<Member> bulkActionButtons={false} rowClick={(id) => `/members/${id}/show`}>
        <Column label={t('members.number')} source="number" />
        <Column
          label={t('members.name')}
          disableSort
          render={(member) => (
            <Link component={LinkBase} to={`/members/${member.id}/show`} sx={{ fontWeight: 600 }}>
              {member.name}
            </Link>
          )}
        />
        <Column label={t('members.kana')} source="kana" />
        <Column label={t('members.phone')} source="phone" disableSort />
        <Column
          label={t('members.balance')}
          disableSort
          sx={rightAligned}
          render={(member) => points(member.balance)}
        />
      </DataTable>
    </TableSheet>
  )
}
