import { useStore } from 'react-admin'
import type { Property } from '../../api/records.ts'
import { useSession } from './use-session.ts'

export const usePropertyChoice = () => useStore<string | null>('property', null)

/** The property whose desk this is; null while the session is unknown or has none. */
export const useProperty = (): Property | null => {
  const session = useSession()
  const [chosenId] = usePropertyChoice()
  const properties = session?.properties ?? []
  return properties.find(({ id }) => id === chosenId) ?? properties[0] ?? null
}
