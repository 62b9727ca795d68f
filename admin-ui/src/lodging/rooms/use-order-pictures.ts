import { useNotify } from 'react-admin'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import type { Room } from '../../api/records.ts'
import { useCommand } from '../../platform/commands/use-command.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useRef } from 'react'

/** Moves one of a room's pictures to another place. */
export const useOrderPictures = (room: Room) => {
  const t = useText()
  const notify = useNotify()
  const wanted = useRef<string[]>([])
  const command = useCommand({
    send: (key) =>
      answerOf(
        api.POST('/v1/rooms/{id}/order-pictures', {
          params: { path: { id: room.id }, header: commandHeaders(key) },
          body: { pictureIds: wanted.current },
        }),
      ),
    done: t('pictures.orderDone'),
    onDone: () => undefined,
  })
  const move = (from: number, to: number) => {
    const ids = room.pictures.map(({ id }) => id)
    ids.splice(to, 0, ...ids.splice(from, 1))
    wanted.current = ids
    command.mutate('', { onError: (error) => notify(error.message, { type: 'error' }) })
  }
  return { move, isMoving: command.isPending }
}
