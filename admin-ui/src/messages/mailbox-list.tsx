import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined'
import MarkEmailReadOutlined from '@mui/icons-material/MarkEmailReadOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ListBase } from 'react-admin'
import type { CaughtMail } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { LiveIndicator } from '../platform/layout/live-indicator.tsx'
import { Page } from '../platform/layout/page.tsx'
import { ListBody } from '../platform/lists/list-body.tsx'
import { RecordCards } from '../platform/lists/record-cards.tsx'
import { useProperty } from '../platform/session/use-property.ts'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { StatePanel } from '../platform/states/state-panel.tsx'
import { REFRESH_MS } from '../query-client.ts'

/** Where the mail of a demo house ends: nothing leaves the machine. */
export const MailboxList = () => {
  const t = useText()
  const property = useProperty()
  if (!property) return null
  return (
    <RequirePermission of="mailbox.read">
      <ListBase
        key={property.id}
        resource="mailbox"
        filter={{ propertyId: property.id }}
        sort={{ field: 'caughtAt', order: 'DESC' }}
        perPage={25}
        exporter={false}
        queryOptions={{ refetchInterval: REFRESH_MS }}
      >
        <Page
          title={t('mailbox.title')}
          aside={<LiveIndicator />}
          lead={t('mailbox.lead')}
          maxWidth={900}
        >
          <ListBody empty={<NoMail />} emptyWhenFiltered>
            <RecordCards<CaughtMail> to={({ id }) => `/mailbox/${id}/show`}>
              {(mail) => <MailBrief mail={mail} />}
            </RecordCards>
          </ListBody>
        </Page>
      </ListBase>
    </RequirePermission>
  )
}

const NoMail = () => {
  const t = useText()
  return (
    <StatePanel
      icon={MarkEmailReadOutlined}
      title={t('mailbox.emptyTitle')}
      body={t('mailbox.emptyBody')}
    />
  )
}

const MailBrief = ({ mail }: { mail: CaughtMail }) => {
  const t = useText()
  const { moment } = useFormats()
  return (
    <Box sx={{ display: 'grid', gap: 0.25 }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
        <Typography sx={{ fontWeight: 600, flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {mail.subject}
        </Typography>
        <Typography variant="caption" color="text.secondary" sx={{ whiteSpace: 'nowrap' }}>
          {moment(mail.caughtAt)}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
        <Typography
          variant="body2"
          color="text.secondary"
          sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
        >
          {t('mailbox.toWhom', { to: mail.to })}
        </Typography>
        {mail.attachments > 0 ? (
          <AttachFileOutlined
            titleAccess={t('mailbox.attachments')}
            fontSize="small"
            sx={{ color: 'text.secondary' }}
          />
        ) : null}
      </Box>
    </Box>
  )
}
