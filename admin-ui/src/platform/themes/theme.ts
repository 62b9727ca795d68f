import { createTheme } from '@mui/material/styles'
import type { RaThemeOptions } from 'react-admin'
import { components } from './components.ts'
import { dye } from './palette.ts'

const fontFamily = [
  '"Noto Sans JP Variable"',
  '"Hiragino Sans"',
  '"Yu Gothic UI"',
  'Meiryo',
  'system-ui',
  'sans-serif',
].join(', ')

/** One light theme: paper and ink, indigo for what you can do, vermilion for what cannot be undone. */
export const theme: RaThemeOptions = createTheme({
  palette: {
    mode: 'light',
    primary: { main: dye.indigo, dark: dye.indigoDeep, contrastText: '#ffffff' },
    secondary: { main: dye.indigo, dark: dye.indigoDeep, contrastText: '#ffffff' },
    error: { main: dye.vermilion, dark: dye.vermilionDeep, contrastText: '#ffffff' },
    warning: { main: dye.gold, contrastText: '#ffffff' },
    success: { main: dye.pine, contrastText: '#ffffff' },
    info: { main: dye.indigo, contrastText: '#ffffff' },
    background: { default: dye.washi, paper: dye.paper },
    text: { primary: dye.ink, secondary: dye.inkSoft },
    divider: dye.line,
  },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily,
    fontSize: 14,
    h1: { fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.35, letterSpacing: '0.02em' },
    h2: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.5, letterSpacing: '0.02em' },
    h3: { fontSize: '0.9375rem', fontWeight: 600, lineHeight: 1.5 },
    body1: { fontSize: '0.9375rem', lineHeight: 1.7 },
    body2: { fontSize: '0.875rem', lineHeight: 1.65 },
    caption: { fontSize: '0.8125rem', lineHeight: 1.5 },
    button: { textTransform: 'none', fontWeight: 600, letterSpacing: '0.02em' },
  },
  components,
}) as RaThemeOptions
