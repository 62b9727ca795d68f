import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import { ListBase, useListContext } from 'react-admin'
import { useText } from '../platform/i18n/use-text.ts'
import { LiveIndicator } from '../platform/layout/live-indicator.tsx'
import { Page } from '../platform/layout/page.tsx'
import { ChoiceTabs } from '../platform/lists/choice-tabs.tsx'
import { ListBody } from '../platform/lists/list-body.tsx'
import { useProperty } from '../platform/session/use-property.ts'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { StatePanel } from '../platform/states/state-panel.tsx'
import { REFRESH_MS } from '../query-client.ts'
import { ApprovalCards } from './approval-cards.tsx'

const statuses = ['pending', 'approved', 'settled', 'rejected', 'withdrawn'] as const

/** What waits for a decision, the most urgent first; behind the tabs, what became of the others. */
export const ApprovalInbox = () => {
  const t = useText()
  const property = useProperty()
  if (!property) return null
  return (
    <RequirePermission of="approval.read">
      <ListBase
        key={property.id}
        resource="approvals"
        filter={{ propertyId: property.id }}
        filterDefaultValues={{ status: 'pending' }}
        sort={{ field: 'dueAt', order: 'ASC' }}
        perPage={25}
        exporter={false}
        queryOptions={{ refetchInterval: REFRESH_MS }}
      >
        <Page title={t('approvals.title')} aside={<LiveIndicator />} maxWidth={900}>
          <ChoiceTabs
            label={t('approvals.title')}
            source="status"
            choices={statuses.map((status) => ({
              value: status,
              label: t(`approvals.tabs.${status}`),
            }))}
            fallback="pending"
          />
          <ListBody empty={<NothingHere />} emptyWhenFiltered>
            <ApprovalCards />
          </ListBody>
        </Page>
      </ListBase>
    </RequirePermission>
  )
}

const NothingHere = () => {
  const t = useText()
  const { filterValues } = useListContext()
  const isInbox = filterValues['status'] === 'pending'
  return (
    <StatePanel
      icon={FactCheckOutlined}
      title={t(isInbox ? 'approvals.emptyPendingTitle' : 'approvals.emptyTitle')}
      body={t(isInbox ? 'approvals.emptyPendingBody' : 'approvals.emptyBody')}
    />
  )
}
