import { styled } from '@mui/material/styles'
import { useText } from '../i18n/use-text.ts'
import { dye } from '../themes/palette.ts'

/** A button and no link, because the address bar belongs to the router. */
export const SkipLink = () => {
  const t = useText()
  return (
    <SkipButton type="button" onClick={() => document.getElementById('main-content')?.focus()}>
      {t('nav.skip')}
    </SkipButton>
  )
}

const SkipButton = styled('button')({
  position: 'fixed',
  top: 8,
  left: 8,
  zIndex: 2000,
  padding: '10px 16px',
  border: 0,
  borderRadius: 8,
  font: 'inherit',
  color: '#ffffff',
  background: dye.indigoDeep,
  transform: 'translateY(-200%)',
  '&:focus': { transform: 'none' },
})
