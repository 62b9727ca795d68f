import type { jaIdentity } from './ja-identity.ts'
import type { ShapeOf } from './text-key.ts'

export const enIdentity: ShapeOf<typeof jaIdentity> = {
  identity: {
    title: 'Identity document',
    type: 'Identity document',
    number: 'Document number',
    numberHelp: 'Never a My Number (personal number).',
    none: 'None',
    replace: 'Replace the identity document',
    replaceHelp: 'Left empty, the registered document stays.',
    types: {
      passport: 'Passport',
      residence_card: 'Residence card',
      driving_licence: 'Driving licence',
      foreign_id: 'Foreign ID',
      other: 'Other document',
    },
    reveal: {
      action: 'Show number',
      title: 'Show the document number of %{name}',
      lead: 'Who saw it, when and why is kept in the trail.',
      submit: 'Show it',
      done: 'The number is shown until you close it.',
      shown: 'Number of the %{type}',
    },
  },
}
