import { useEffect } from 'react'
import { useText } from '../i18n/use-text.ts'

export const usePageTitle = (title: string) => {
  const t = useText()
  const product = t('brand.product')
  useEffect(() => {
    document.title = title ? `${title} – ${product}` : product
  }, [title, product])
}
