import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Statement } from '../../api/records.ts'

/** What a stay, or a whole order, came to until now. */
export type Whose = { stayId: string } | { orderId: string }

export const useStatement = (whose: Whose) =>
  useQuery({
    queryKey: ['orders', 'statement', whose],
    queryFn: ({ signal }): Promise<Statement> =>
      'stayId' in whose
        ? answerOf(
            api.GET('/v1/stays/{id}/statement', { params: { path: { id: whose.stayId } }, signal }),
          )
        : answerOf(
            api.GET('/v1/orders/{id}/statement', {
              params: { path: { id: whose.orderId } },
              signal,
            }),
          ),
  })

/** The paper in the language of the screen; the browser shows and prints it. */
export const statementPaper = (whose: Whose, language: string): string =>
  'stayId' in whose
    ? `/v1/stays/${whose.stayId}/statement.pdf?language=${language}`
    : `/v1/orders/${whose.orderId}/statement.pdf?language=${language}`
