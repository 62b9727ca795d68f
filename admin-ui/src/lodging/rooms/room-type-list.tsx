import AddOutlined from '@mui/icons-material/AddOutlined'
import CategoryOutlined from '@mui/icons-material/CategoryOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import { LinkBase, ListBase, useListContext } from 'react-admin'
import type { RoomType } from '../../api/records.ts'
import { useNamed, useText } from '../../platform/i18n/use-text.ts'
import { BackLink } from '../../platform/layout/back-link.tsx'
import { Page } from '../../platform/layout/page.tsx'
import { ListBody } from '../../platform/lists/list-body.tsx'
import { useProperty } from '../../platform/session/use-property.ts'
import { usePermission } from '../../platform/session/use-session.ts'
import { RequirePermission } from '../../platform/states/require-permission.tsx'
import { StatePanel } from '../../platform/states/state-panel.tsx'

/** The kinds of rooms that are sold. Few: one sheet, no table. */
export const RoomTypeList = () => {
  const t = useText()
  const property = useProperty()
  const mayEdit = usePermission('room.edit')
  if (!property) return null
  return (
    <RequirePermission of="room.read">
      <ListBase
        key={property.id}
        resource="room-types"
        filter={{ propertyId: property.id }}
        sort={{ field: 'code', order: 'ASC' }}
        perPage={100}
        exporter={false}
        disableSyncWithLocation
      >
        <Page
          title={t('roomTypes.title')}
          back={<BackLink to="/rooms" label={t('rooms.title')} />}
          actions={mayEdit ? <CreateButton /> : null}
          maxWidth={900}
        >
          <ListBody empty={<NoTypes />}>
            <RoomTypeCards />
          </ListBody>
        </Page>
      </ListBase>
    </RequirePermission>
  )
}

const CreateButton = () => {
  const t = useText()
  return (
    <Button
      variant="contained"
      component={LinkBase}
      to="/room-types/create"
      startIcon={<AddOutlined />}
    >
      {t('roomTypes.create')}
    </Button>
  )
}

const NoTypes = () => {
  const t = useText()
  return <StatePanel icon={CategoryOutlined} title={t('roomTypes.emptyTitle')} />
}

const RoomTypeCards = () => {
  const t = useText()
  const named = useNamed()
  const { data = [] } = useListContext<RoomType>()
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
      {data.map((type) => (
        <Card
          key={type.id}
          component="li"
          sx={{ p: 2, display: 'flex', alignItems: 'center', gap: 2 }}
        >
          <Box sx={{ minWidth: 0, flex: 1 }}>
            <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
              {named(type)}
            </Typography>
            <Typography variant="body2" color="text.secondary">
              {`${type.code} · ${t('formats.guests', { smart_count: type.capacity })}`}
            </Typography>
          </Box>
          {type.allowedActions.includes('edit') ? (
            <Button
              variant="outlined"
              component={LinkBase}
              to={`/room-types/${type.id}`}
              startIcon={<EditOutlined />}
              aria-label={`${t('actions.edit')} ${named(type)}`}
            >
              {t('actions.edit')}
            </Button>
          ) : null}
        </Card>
      ))}
    </Box>
  )
}
