import Link from '@mui/material/Link'
import { DataTable, LinkBase } from 'react-admin'
import type { Order } from '../api/records.ts'
import { nightsBetween } from '../platform/formats/day.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { rightAligned, TableSheet } from '../platform/lists/table-sheet.tsx'
import { OrderStatusChip } from './order-status-chip.tsx'
import { useRoomLabels } from './use-room-labels.ts'

const Column = DataTable.Col<Order>

export const OrderTable = () => {
  const t = useText()
  const { days, points, moment } = useFormats()
  const roomLabels = useRoomLabels()
  return (
    <TableSheet>
      <DataTable<Order> bulkActionButtons={false} rowClick={(id) => `/orders/${id}/show`}>
        <Column
          label={t('orders.number')}
          source="number"
          render={(order) => (
            <Link
              component={LinkBase}
              to={`/orders/${order.id}/show`}
              sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}
            >
              {order.number}
            </Link>
          )}
        />
        <Column
          label={t('orders.member')}
          source="memberName"
          disableSort
          render={(order) => t('formats.sama', { name: order.memberName })}
        />
        <Column
          label={t('orders.period')}
          source="checkIn"
          render={(order) =>
            `${days(order.checkIn, order.checkOut)} (${t('formats.nights', { smart_count: nightsBetween(order.checkIn, order.checkOut) })})`
          }
        />
        <Column
          label={t('orders.rooms')}
          source="stays"
          disableSort
          render={(order) => roomLabels(order.stays)}
        />
        <Column
          label={t('orders.status')}
          source="status"
          disableSort
          render={(order) => <OrderStatusChip status={order.status} />}
        />
        <Column
          label={t('orders.total')}
          source="total"
          sx={rightAligned}
          render={(order) => points(order.total)}
        />
        <Column
          label={t('orders.placedAt')}
          source="placedAt"
          render={(order) => moment(order.placedAt)}
        />
      </DataTable>
    </TableSheet>
  )
}
