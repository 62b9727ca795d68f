import Box from '@mui/material/Box'
import type { Rules } from '../../api/records.ts'
import { useRuleSentences } from './use-rule-sentences.ts'

/** Rules as the desk would tell them to a guest. */
export const RuleSentences = ({ rules }: { rules: Rules }) => (
  <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.75 }}>
    {useRuleSentences()(rules).map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </Box>
)
