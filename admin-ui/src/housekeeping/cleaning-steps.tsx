import CheckOutlined from '@mui/icons-material/CheckOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import PlayArrowOutlined from '@mui/icons-material/PlayArrowOutlined'
import UndoOutlined from '@mui/icons-material/UndoOutlined'
import Box from '@mui/material/Box'
import type { SvgIconComponent } from '@mui/icons-material'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Cleaning } from '../api/records.ts'
import type { TextKey } from '../platform/i18n/text-key.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { useSession } from '../platform/session/use-session.ts'
import { SendBackButton } from './send-back-button.tsx'
import { StepButton } from './step-button.tsx'

type Step = 'start' | 'finish' | 'pass' | 'put-back' | 'reopen'
type Words = { action: string; icon: SvgIconComponent; label: TextKey; done: TextKey }

const STEPS: Record<Step, Words> = {
  start: {
    action: 'start',
    icon: PlayArrowOutlined,
    label: 'housekeeping.start',
    done: 'housekeeping.started',
  },
  finish: {
    action: 'finish',
    icon: CheckOutlined,
    label: 'housekeeping.finish',
    done: 'housekeeping.finished',
  },
  pass: {
    action: 'pass',
    icon: FactCheckOutlined,
    label: 'housekeeping.pass',
    done: 'housekeeping.passed',
  },
  'put-back': {
    action: 'put_back',
    icon: UndoOutlined,
    label: 'housekeeping.putBack',
    done: 'housekeeping.wasPutBack',
  },
  reopen: {
    action: 'reopen',
    icon: UndoOutlined,
    label: 'housekeeping.reopen',
    done: 'housekeeping.reopened',
  },
}
const FORWARD: Step[] = ['start', 'finish', 'pass']
const BACK: Step[] = ['put-back', 'reopen']

/** The next step large, the way back small beneath it; what the house does not offer is not drawn. */
export const CleaningSteps = ({ cleaning }: { cleaning: Cleaning }) => {
  const offered = (step: Step) => cleaning.allowedActions.includes(STEPS[step].action)
  const [next] = FORWARD.filter(offered)
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      {next ? <CleaningStep step={next} cleaning={cleaning} primary /> : null}
      {cleaning.allowedActions.includes('send_back') ? (
        <SendBackButton cleaning={cleaning} />
      ) : null}
      {BACK.filter(offered).map((step) => (
        <CleaningStep key={step} step={step} cleaning={cleaning} primary={false} />
      ))}
    </Box>
  )
}

type CleaningStepProps = { step: Step; cleaning: Cleaning; primary: boolean }

/** With a new version it is a new command: pressed again later it is not taken for the first one. */
const CleaningStep = ({ step, cleaning, primary }: CleaningStepProps) => {
  const t = useText()
  const me = useSession()?.actor.id
  const { icon, label, done } = STEPS[step]
  const isOthers = step === 'start' && cleaning.assignedTo !== null && cleaning.assignedTo !== me
  return (
    <StepButton
      key={`${step} ${cleaning.id} ${cleaning.version}`}
      label={t(isOthers ? 'housekeeping.takeOver' : label)}
      about={cleaning.roomNumber}
      icon={icon}
      primary={primary}
      done={t(done)}
      send={(key) =>
        answerOf(
          api.POST(`/v1/cleanings/{id}/${step}`, {
            params: { path: { id: cleaning.id }, header: commandHeaders(key) },
            body: {},
          }),
        )
      }
    />
  )
}
