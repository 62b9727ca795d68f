import { useText } from '../../platform/i18n/use-text.ts'
import { MasterCreate } from './master-create.tsx'
import { RoomTypeFields } from './room-type-fields.tsx'

export const RoomTypeCreate = () => {
  const t = useText()
  return (
    <MasterCreate
      resource="room-types"
      title={t('roomTypes.createTitle')}
      back={t('roomTypes.title')}
      done={t('roomTypes.createDone')}
      to={() => '/room-types'}
    >
      <RoomTypeFields isNew />
    </MasterCreate>
  )
}
