import ArrowBack from '@mui/icons-material/ArrowBack'
import ArrowForward from '@mui/icons-material/ArrowForward'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import type { Room } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useOrderPictures } from './use-order-pictures.ts'

/** Its button has the name. */
const SAYS_NOTHING = ''

type RoomPictureProps = { room: Room; index: number; mayEdit: boolean; onShow: () => void }

/** One picture of the room: large when pressed, one place on or back, or gone. */
export const RoomPicture = ({ room, index, mayEdit, onShow }: RoomPictureProps) => {
  const t = useText()
  const [removing, setRemoving] = useState(false)
  const picture = room.pictures[index]
  if (!picture) return null
  const label = t('pictures.of', { number: room.number, place: index + 1 })
  return (
    <Box component="li" sx={{ minWidth: 0 }}>
      <ButtonBase
        onClick={onShow}
        aria-label={label}
        sx={{ display: 'block', width: '100%', borderRadius: 1, overflow: 'hidden' }}
      >
        <Box
          component="img"
          src={`/v1/pictures/${picture.id}?size=thumbnail`}
          alt={SAYS_NOTHING}
          loading="lazy"
          sx={{ width: '100%', aspectRatio: '4 / 3', objectFit: 'cover', display: 'block' }}
        />
      </ButtonBase>
      {mayEdit ? (
        <PictureButtons
          room={room}
          index={index}
          label={label}
          onRemove={() => setRemoving(true)}
        />
      ) : null}
      {removing ? (
        <RemoveDialog
          roomId={room.id}
          pictureId={picture.id}
          label={label}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </Box>
  )
}

type PictureButtonsProps = { room: Room; index: number; label: string; onRemove: () => void }

const PictureButtons = ({ room, index, label, onRemove }: PictureButtonsProps) => {
  const t = useText()
  const { move, isMoving } = useOrderPictures(room)
  const last = room.pictures.length - 1
  return (
    <Box sx={{ display: 'flex', alignItems: 'center' }}>
      <IconButton
        size="small"
        aria-label={t('pictures.forward', { label })}
        disabled={isMoving || index === 0}
        onClick={() => move(index, index - 1)}
      >
        <ArrowBack fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('pictures.backward', { label })}
        disabled={isMoving || index === last}
        onClick={() => move(index, index + 1)}
      >
        <ArrowForward fontSize="small" />
      </IconButton>
      {index === 0 ? (
        <Typography variant="caption" color="text.secondary" noWrap>
          {t('pictures.first')}
        </Typography>
      ) : null}
      <IconButton
        size="small"
        aria-label={t('pictures.removeOne', { label })}
        onClick={onRemove}
        sx={{ ml: 'auto' }}
      >
        <DeleteOutlined fontSize="small" />
      </IconButton>
    </Box>
  )
}

type RemoveDialogProps = { roomId: string; pictureId: string; label: string; onClose: () => void }

const RemoveDialog = ({ roomId, pictureId, label, onClose }: RemoveDialogProps) => {
  const t = useText()
  return (
    <CommandDialog
      title={t('pictures.removeOne', { label })}
      confirm={t('pictures.remove')}
      tone="error"
      send={(key) =>
        answerOf(
          api.POST('/v1/rooms/{id}/remove-picture', {
            params: { path: { id: roomId }, header: commandHeaders(key) },
            body: { pictureId },
          }),
        )
      }
      done={t('pictures.removeDone')}
      onDone={onClose}
      onClose={onClose}
    >
      <Typography variant="body2">{t('pictures.removeAsk')}</Typography>
    </CommandDialog>
  )
}
