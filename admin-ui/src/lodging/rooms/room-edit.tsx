import { useText } from '../../platform/i18n/use-text.ts'
import { MasterEdit } from './master-edit.tsx'
import { RoomFields } from './room-fields.tsx'

export const RoomEdit = () => {
  const t = useText()
  return (
    <MasterEdit
      resource="rooms"
      title={t('rooms.editTitle')}
      back={t('rooms.backToRoom')}
      done={t('rooms.editDone')}
      to={(id) => `/rooms/${id}/show`}
    >
      <RoomFields />
    </MasterEdit>
  )
}
