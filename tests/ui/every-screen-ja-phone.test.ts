import { lookAtEveryScreen } from './support/look-at-every-screen.ts'

lookAtEveryScreen({ language: 'ja', width: 360 })
