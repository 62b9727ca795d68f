import { useTheme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'

/** A screen in one hand: dialogs fill it, panels come from below. */
export const useIsPhone = (): boolean =>
  useMediaQuery(useTheme().breakpoints.down('sm'), { noSsr: true })

/** Too narrow for a table, so lists are drawn as cards. */
export const useIsNarrow = (): boolean =>
  useMediaQuery(useTheme().breakpoints.down('md'), { noSsr: true })
