import { useEffect } from 'react'
import { useLocaleState } from 'react-admin'
import { deviceStore } from '../layout/store.ts'
import { useSession } from '../session/use-session.ts'

/** On a device where nobody has chosen a language yet, the person's own is used. */
export const useOwnLanguage = () => {
  const own = useSession()?.actor.locale
  const [locale, setLocale] = useLocaleState()
  useEffect(() => {
    if (own && own !== locale && !deviceStore.getItem('locale')) setLocale(own)
  }, [own, locale, setLocale])
}
