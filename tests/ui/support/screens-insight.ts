import type { Screen } from './screens.ts'

/** The day of the desk, and what the house measures. */
export const insightScreens: Screen[] = [
  { name: 'today', as: 'front', path: () => '/' },
  { name: 'today-manager', as: 'manager', path: () => '/' },
]
