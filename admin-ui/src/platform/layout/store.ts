import { localStorageStore } from 'react-admin'

const store = localStorageStore('1', 'choba')

/** Signing out forgets the person's choices, but not the language of the device. */
export const deviceStore: typeof store = {
  ...store,
  reset() {
    const locale = store.getItem<string | null>('locale', null)
    store.reset()
    if (locale) store.setItem('locale', locale)
  },
}
