import { useText } from '../../platform/i18n/use-text.ts'
import { MasterCreate } from './master-create.tsx'
import { RoomFields } from './room-fields.tsx'

export const RoomCreate = () => {
  const t = useText()
  return (
    <MasterCreate
      resource="rooms"
      title={t('rooms.createTitle')}
      back={t('rooms.title')}
      done={t('rooms.createDone')}
      defaults={{ equipment: [], description: '' }}
      to={({ id }) => `/rooms/${id}/show`}
    >
      <RoomFields />
    </MasterCreate>
  )
}
