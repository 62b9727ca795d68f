import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders, newCommandKey } from '../../api/command-headers.ts'
import { queryClient } from '../../query-client.ts'

type Refused = { name: string; error: unknown }

const UNKNOWN_TYPE = 'application/octet-stream'

/** Each file is a command of its own: one that is refused does not take the others with it. */
export const useUploadPictures = (roomId: string) => {
  const [left, setLeft] = useState(0)
  const [refused, setRefused] = useState<Refused[]>([])
  const upload = async (files: File[]) => {
    setRefused([])
    setLeft(files.length)
    for (const file of files) {
      try {
        await answerOf(send(roomId, file))
      } catch (error) {
        setRefused((before) => [...before, { name: file.name, error }])
      }
      setLeft((before) => before - 1)
    }
    await queryClient.invalidateQueries({ queryKey: ['rooms'] })
  }
  return { upload, left, refused }
}

const send = (id: string, file: File) =>
  api.POST('/v1/rooms/{id}/pictures', {
    params: { path: { id }, header: commandHeaders(newCommandKey()) },
    headers: { 'Content-Type': file.type || UNKNOWN_TYPE },
    // The file itself is the body; the document's type for bytes is a text.
    body: file as unknown as string,
    bodySerializer: (body) => body,
  })
