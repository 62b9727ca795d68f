import Button from '@mui/material/Button'
import EditCalendarOutlined from '@mui/icons-material/EditCalendarOutlined'
import EventNoteOutlined from '@mui/icons-material/EventNoteOutlined'
import { LinkBase, ListBase } from 'react-admin'
import { useNamed, useText } from '../platform/i18n/use-text.ts'
import { Page } from '../platform/layout/page.tsx'
import { ListBody } from '../platform/lists/list-body.tsx'
import { useIsNarrow } from '../platform/layout/use-screen.ts'
import { useProperty } from '../platform/session/use-property.ts'
import { usePermission } from '../platform/session/use-session.ts'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { StatePanel } from '../platform/states/state-panel.tsx'
import { OrderCards } from './order-cards.tsx'
import { OrderFilters } from './order-filters.tsx'
import { OrderTable } from './order-table.tsx'

export const OrderList = () => {
  const t = useText()
  const named = useNamed()
  const property = useProperty()
  const mayPlace = usePermission('order.place')
  const narrow = useIsNarrow()
  if (!property) return null

  return (
    <RequirePermission of="order.read">
      <ListBase
        key={property.id}
        resource="orders"
        filter={{ propertyId: property.id }}
        sort={{ field: 'placedAt', order: 'DESC' }}
        perPage={25}
        exporter={false}
      >
        <Page
          title={t('orders.title')}
          lead={t('orders.lead', { name: named(property) })}
          actions={mayPlace ? <NewOrderButton /> : null}
        >
          <OrderFilters />
          <ListBody empty={<NoOrders />}>{narrow ? <OrderCards /> : <OrderTable />}</ListBody>
        </Page>
      </ListBase>
    </RequirePermission>
  )
}

const NewOrderButton = () => {
  const t = useText()
  return (
    <Button
      variant="contained"
      component={LinkBase}
      to="/book"
      startIcon={<EditCalendarOutlined />}
    >
      {t('nav.book')}
    </Button>
  )
}

const NoOrders = () => {
  const t = useText()
  return (
    <StatePanel
      icon={EventNoteOutlined}
      title={t('orders.emptyTitle')}
      body={t('orders.emptyBody')}
    />
  )
}
