import type { ThemeOptions } from '@mui/material/styles'
import { dye } from './palette.ts'

const focusRing = { outline: `3px solid ${dye.indigo}`, outlineOffset: 2 }

export const components: NonNullable<ThemeOptions['components']> = {
  MuiCssBaseline: {
    styleOverrides: {
      body: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere', lineBreak: 'strict' },
      ':focus-visible': focusRing,
      'h1, h2, h3': { textWrap: 'balance' },
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
    styleOverrides: { paper: { borderRadius: 14 }, paperFullScreen: { borderRadius: 0 } },
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
  MuiAlert: { styleOverrides: { root: { borderRadius: 10, alignItems: 'flex-start' } } },
  MuiTooltip: { defaultProps: { enterDelay: 400 } },
  MuiLink: { defaultProps: { underline: 'hover' } },
}
