import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { Room } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Section } from '../../platform/layout/section.tsx'
import { RoomPicture } from './room-picture.tsx'
import { UploadPictures } from './upload-pictures.tsx'
import { PictureView } from './picture-view.tsx'

/** The room's pictures in their order; those who may, add, move and remove them. */
export const RoomGallery = ({ room }: { room: Room }) => {
  const t = useText()
  const [shown, setShown] = useState<number | null>(null)
  const mayEdit = room.allowedActions.includes('edit')
  return (
    <Section title={t('pictures.title')} {...(mayEdit && { help: t('pictures.help') })}>
      {room.pictures.length === 0 ? (
        <Typography color="text.secondary">{t('pictures.none')}</Typography>
      ) : null}
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          p: 0,
          m: 0,
          mb: mayEdit ? 2 : 0,
          display: 'grid',
          gap: 1,
          gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
        }}
      >
        {room.pictures.map((picture, index) => (
          <RoomPicture
            key={picture.id}
            room={room}
            index={index}
            mayEdit={mayEdit}
            onShow={() => setShown(index)}
          />
        ))}
      </Box>
      {mayEdit ? <UploadPictures room={room} /> : null}
      {shown !== null && room.pictures[shown] ? (
        <PictureView
          src={`/v1/pictures/${room.pictures[shown].id}`}
          label={t('pictures.of', { number: room.number, place: shown + 1 })}
          onClose={() => setShown(null)}
        />
      ) : null}
    </Section>
  )
}
