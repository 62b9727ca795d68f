import type { ThemeOptions } from '@mui/material/styles'
import { dye, type Tone, tones } from './palette.ts'

const focusRing = { outline: `3px solid ${dye.indigo}`, outlineOffset: 2 }

const alertOf = ({ ink, paper, edge }: Tone) => ({
  backgroundColor: paper,
  border: `1px solid ${edge}66`,
  '& .MuiAlert-icon': { color: ink },
  '& .MuiAlertTitle-root': { color: ink, fontWeight: 600, wordBreak: 'auto-phrase' },
})

export const components: NonNullable<ThemeOptions['components']> = {
  MuiCssBaseline: {
    styleOverrides: {
      body: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere', lineBreak: 'strict' },
      ':focus-visible': focusRing,
      'h1, h2, h3': { textWrap: 'balance', wordBreak: 'auto-phrase' },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          transitionDuration: '0.01ms !important',
        },
      },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { fontFamily: 'inherit', '&.Mui-focusVisible': focusRing } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: { minHeight: 40, borderRadius: 8, whiteSpace: 'nowrap' },
      sizeSmall: { minHeight: 34, fontSize: '0.8125rem' },
      outlined: { borderColor: dye.lineStrong },
    },
  },
  MuiIconButton: { styleOverrides: { root: { minWidth: 40, minHeight: 40 } } },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' } },
  },
  MuiCard: {
    defaultProps: { variant: 'outlined' },
    styleOverrides: { root: { borderColor: dye.line, borderRadius: 12 } },
  },
  MuiDialog: {
    styleOverrides: {
      paper: { borderRadius: 14, margin: 16, width: 'calc(100% - 32px)' },
      paperFullScreen: { borderRadius: 0, margin: 0, width: '100%' },
    },
  },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.125rem', fontWeight: 600 } } },
  MuiTextField: { defaultProps: { variant: 'outlined', size: 'medium' } },
  MuiFilledInput: { defaultProps: { disableUnderline: true } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: { backgroundColor: '#ffffff' },
      notchedOutline: { borderColor: dye.lineStrong },
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: { borderColor: dye.line, paddingTop: 10, paddingBottom: 10 },
      head: { color: dye.inkSoft, fontWeight: 600, fontSize: '0.8125rem', whiteSpace: 'nowrap' },
    },
  },
  MuiTab: { styleOverrides: { root: { minHeight: 48, fontSize: '0.9375rem' } } },
  MuiAlert: {
    styleOverrides: {
      root: { borderRadius: 10, alignItems: 'flex-start', color: dye.ink },
      standardInfo: alertOf(tones.calm),
      standardSuccess: alertOf(tones.good),
      standardWarning: alertOf(tones.wait),
      standardError: alertOf(tones.bad),
    },
  },
  MuiSnackbar: {
    styleOverrides: {
      // Above the bar of a phone, so that the menu stays in reach.
      root: ({ theme }) => ({ [theme.breakpoints.down('md')]: { bottom: 76 } }),
    },
  },
  MuiTooltip: { defaultProps: { enterDelay: 400 } },
  MuiLink: { defaultProps: { underline: 'hover' } },
}
