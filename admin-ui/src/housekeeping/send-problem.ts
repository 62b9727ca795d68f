import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'

type Report = { roomId: string; report: string; photo: File | null }

/**
 * The words first, then the photo, each a command of its own: a photo that is refused or lost on the way
 * leaves the report where it is, and pressing again sends only what is missing.
 */
export const problemSender = () => {
  let problemId: string | null = null
  return async (key: string, { roomId, report, photo }: Report): Promise<void> => {
    if (problemId === null) {
      const problem = await answerOf(
        api.POST('/v1/rooms/{id}/problems', {
          params: { path: { id: roomId }, header: commandHeaders(key) },
          body: { report },
        }),
      )
      problemId = problem.id
    }
    if (photo === null) return
    await answerOf(
      api.POST('/v1/room-problems/{id}/picture', {
        params: { path: { id: problemId }, header: commandHeaders(`${key}-photo`) },
        headers: { 'Content-Type': photo.type },
        body: photo as never,
        bodySerializer: (body: unknown) => body as File,
      }),
    )
  }
}
