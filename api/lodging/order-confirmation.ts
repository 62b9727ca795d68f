import { Type } from 'typebox'
import { orderConfirmation } from '../../activities/messages/order-confirmation.ts'
import { byId } from '../platform/belongings.ts'
import { download } from '../platform/route.ts'
import { IdParams, Shape } from '../platform/schemas.ts'

export const orderConfirmationRoute = download({
  path: '/v1/orders/{id}/confirmation.pdf',
  operationId: 'getOrderConfirmation',
  tag: 'lodging',
  permission: 'order.read',
  summary: 'The order on paper: rooms, nights, payment, cancellation policy',
  params: IdParams,
  query: Shape({
    language: Type.Optional(
      Type.Enum(['ja', 'en'], { description: 'Without it, by Accept-Language.' }),
    ),
  }),
  media: ['application/pdf'],
  subject: byId('order'),
  async handle({ sql, house }, { params, query, language }) {
    const printed = await orderConfirmation(
      sql,
      params.id,
      query.language ?? language,
      (characters) =>
        house.log.warn(
          { characters: characters.map((one) => one.codePointAt(0)?.toString(16)) },
          'characters the types do not have were printed as a geta mark',
        ),
    )
    return { ...printed, mediaType: 'application/pdf', inline: true }
  },
})
