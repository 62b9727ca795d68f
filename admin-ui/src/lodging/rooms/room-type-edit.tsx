import { useText } from '../../platform/i18n/use-text.ts'
import { MasterEdit } from './master-edit.tsx'
import { RoomTypeFields } from './room-type-fields.tsx'

export const RoomTypeEdit = () => {
  const t = useText()
  return (
    <MasterEdit
      resource="room-types"
      title={t('roomTypes.editTitle')}
      back={t('roomTypes.title')}
      done={t('roomTypes.editDone')}
      to={() => '/room-types'}
    >
      <RoomTypeFields />
    </MasterEdit>
  )
}
