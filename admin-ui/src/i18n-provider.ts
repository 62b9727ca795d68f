import japanese from '@bicstone/ra-language-japanese'
import polyglotI18nProvider from 'ra-i18n-polyglot'
import english from 'ra-language-english'
import { mergeTranslations } from 'react-admin'
import { ja } from './platform/i18n/ja.ts'
import type { Locale } from './platform/i18n/text-key.ts'

const locales = [
  { locale: 'ja', name: '日本語' },
  { locale: 'en', name: 'English' },
]

/** What the Japanese of the framework has no words for yet. */
const missing = {
  ra: { action: { select_columns: '列を選ぶ', reset: '元に戻す' } },
}

/** English below, then Japanese, then ours: what one lacks the one below has. */
const japaneseMessages = mergeTranslations(english, japanese, missing, ja)

const messagesOf = (locale: string) => {
  if (locale !== 'en') return japaneseMessages
  return import('./platform/i18n/en.ts').then(({ en }) => mergeTranslations(english, en))
}

export const i18nProvider = polyglotI18nProvider(messagesOf, 'ja', locales)

export const currentLocale = (): Locale => (i18nProvider.getLocale() === 'en' ? 'en' : 'ja')
