import { lookAtEveryScreen } from './support/look-at-every-screen.ts'

lookAtEveryScreen({ language: 'en', width: 360 })
