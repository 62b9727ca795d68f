import EditOutlined from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase } from 'react-admin'
import type { Room } from '../../api/records.ts'
import { AuditTrail } from '../../platform/audit/audit-trail.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { BackLink } from '../../platform/layout/back-link.tsx'
import { Page } from '../../platform/layout/page.tsx'
import { RecordPage } from '../../platform/layout/record-page.tsx'
import { Section } from '../../platform/layout/section.tsx'
import { ToneChip } from '../../platform/layout/tone-chip.tsx'
import { usePermission } from '../../platform/session/use-session.ts'
import { BlockRoomButton } from '../block-room-button.tsx'
import { RoomStatusChip } from '../room-status-chip.tsx'
import { useRoomTypeName } from '../use-room-type-name.ts'
import { RetireRoomButton } from './retire-room-button.tsx'
import { RoomBlocks } from './room-blocks.tsx'
import { RoomFacts } from './room-facts.tsx'
import { RoomGallery } from './room-gallery.tsx'
import { RoomStays } from './room-stays.tsx'

export const RoomShow = () => (
  <RecordPage<Room> resource="rooms">{(room) => <RoomPage room={room} />}</RecordPage>
)

const RoomPage = ({ room }: { room: Room }) => {
  const t = useText()
  const typeName = useRoomTypeName()
  const mayReadTrail = usePermission('audit.read')
  const mayReadStays = usePermission('order.read')
  return (
    <Page
      title={t('room.title', { number: room.number })}
      aside={
        room.retired ? (
          <ToneChip tone="quiet" label={t('rooms.retired')} />
        ) : (
          <RoomStatusChip status={room.status} />
        )
      }
      lead={typeName(room)}
      back={<BackLink to="/rooms" label={t('rooms.title')} />}
      actions={<RoomActions room={room} />}
    >
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
          alignItems: 'start',
        }}
      >
        <div>
          <Section title={t('rooms.facts')}>
            <RoomFacts room={room} />
          </Section>
          <RoomGallery room={room} />
        </div>
        <div>
          <RoomBlocks room={room} />
          {mayReadStays ? <RoomStays roomId={room.id} /> : null}
          {mayReadTrail ? <AuditTrail subject={`room:${room.id}`} /> : null}
        </div>
      </Box>
    </Page>
  )
}

const RoomActions = ({ room }: { room: Room }) => {
  const t = useText()
  const offers = (action: string) => room.allowedActions.includes(action)
  return (
    <>
      <BlockRoomButton room={room} offered={offers('block')} />
      {offers('edit') ? (
        <Button
          variant="outlined"
          component={LinkBase}
          to={`/rooms/${room.id}`}
          startIcon={<EditOutlined />}
        >
          {t('actions.edit')}
        </Button>
      ) : null}
      <RetireRoomButton room={room} />
    </>
  )
}
