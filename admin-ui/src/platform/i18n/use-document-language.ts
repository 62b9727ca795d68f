import { useEffect } from 'react'
import { useUiLocale } from './use-text.ts'

/** Screen readers choose their voice, and browsers their line breaks, by the language of the page. */
export const useDocumentLanguage = () => {
  const locale = useUiLocale()
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
}
