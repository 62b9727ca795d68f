import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import MoreHoriz from '@mui/icons-material/MoreHoriz'
import { useState } from 'react'
import type { Stay } from '../../api/records.ts'
import { useText, useUiLocale } from '../../platform/i18n/use-text.ts'
import { usePermission } from '../../platform/session/use-session.ts'
import { statementPaper } from '../departure/use-statement.ts'
import { StayRegisterDialog } from '../register/stay-register-dialog.tsx'
import { CorrectTimesDialog } from './correct-times-dialog.tsx'
import { UndoDialog } from './undo-dialog.tsx'

const corrections = ['undo_check_in', 'undo_check_out', 'correct_times'] as const
type Opened = (typeof corrections)[number] | 'register'

/** What is seldom wanted, and what puts a wrong stroke right. */
export const CorrectionMenu = ({ stay }: { stay: Stay }) => {
  const t = useText()
  const locale = useUiLocale()
  const mayReadGuests = usePermission('guest.read')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const offered = corrections.filter((one) => stay.allowedActions.includes(one))
  const wasReceived = stay.checkedInAt !== null
  const open = (one: Opened) => {
    setAnchor(null)
    setOpened(one)
  }
  const close = () => setOpened(null)
  if (!wasReceived && offered.length === 0 && opened === null) return null

  return (
    <>
      <IconButton
        aria-label={t('corrections.menu', { number: stay.roomNumber })}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreHoriz />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {wasReceived && mayReadGuests ? (
          <MenuItem onClick={() => open('register')}>{t('register.ofStay')}</MenuItem>
        ) : null}
        {wasReceived ? (
          <MenuItem
            component="a"
            href={statementPaper({ stayId: stay.id }, locale)}
            target="_blank"
            rel="noopener"
            onClick={() => setAnchor(null)}
          >
            {t('departure.print')}
          </MenuItem>
        ) : null}
        {offered.map((one) => (
          <MenuItem key={one} onClick={() => open(one)}>
            {t(`corrections.actions.${one}`)}
          </MenuItem>
        ))}
      </Menu>
      {opened === 'register' ? <StayRegisterDialog stay={stay} onClose={close} /> : null}
      {opened === 'correct_times' ? <CorrectTimesDialog stay={stay} onClose={close} /> : null}
      {opened === 'undo_check_in' || opened === 'undo_check_out' ? (
        <UndoDialog stay={stay} what={opened} onClose={close} />
      ) : null}
    </>
  )
}
