import AddOutlined from '@mui/icons-material/AddOutlined'
import HotelOutlined from '@mui/icons-material/HotelOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { LinkBase, ListBase } from 'react-admin'
import { useNamed, useText } from '../../platform/i18n/use-text.ts'
import { Page } from '../../platform/layout/page.tsx'
import { useIsNarrow } from '../../platform/layout/use-screen.ts'
import { ListBody } from '../../platform/lists/list-body.tsx'
import { useProperty } from '../../platform/session/use-property.ts'
import { usePermission } from '../../platform/session/use-session.ts'
import { RequirePermission } from '../../platform/states/require-permission.tsx'
import { StatePanel } from '../../platform/states/state-panel.tsx'
import { RoomCards } from './room-cards.tsx'
import { RoomFilters } from './room-filters.tsx'
import { RoomTable } from './room-table.tsx'

/** Every room of the property, found by what it is, how it stands and when it is free. */
export const RoomList = () => {
  const t = useText()
  const named = useNamed()
  const property = useProperty()
  const narrow = useIsNarrow()
  const [retired, setRetired] = useState(false)
  if (!property) return null
  return (
    <RequirePermission of="room.read">
      <ListBase
        key={property.id}
        resource="rooms"
        filter={{ propertyId: property.id, retired }}
        sort={{ field: 'number', order: 'ASC' }}
        perPage={50}
        exporter={false}
      >
        <Page
          title={t('rooms.title')}
          lead={t('rooms.lead', { name: named(property) })}
          actions={<RoomListActions />}
        >
          <RoomFilters retired={retired} onRetired={setRetired} />
          <ListBody empty={<NoRooms retired={retired} />}>
            {narrow ? <RoomCards /> : <RoomTable />}
          </ListBody>
        </Page>
      </ListBase>
    </RequirePermission>
  )
}

const RoomListActions = () => {
  const t = useText()
  const mayEdit = usePermission('room.edit')
  return (
    <>
      <Button variant="outlined" component={LinkBase} to="/room-types">
        {t('roomTypes.title')}
      </Button>
      {mayEdit ? (
        <Button
          variant="contained"
          component={LinkBase}
          to="/rooms/create"
          startIcon={<AddOutlined />}
        >
          {t('rooms.create')}
        </Button>
      ) : null}
    </>
  )
}

const NoRooms = ({ retired }: { retired: boolean }) => {
  const t = useText()
  return (
    <StatePanel
      icon={HotelOutlined}
      title={t(retired ? 'rooms.noneRetired' : 'board.emptyTitle')}
      {...(retired ? {} : { body: t('board.emptyBody') })}
    />
  )
}
