import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import type { ReactNode } from 'react'
import { Form, LinkBase, type RaRecord, SaveButton } from 'react-admin'
import { useText } from '../platform/i18n/use-text.ts'
import { MemberFields } from './member-fields.tsx'

type MemberFormProps = {
  /** Where "not now" leads: a page, or whatever the caller does. */
  leave: string | (() => void)
  /** What the form begins with, where that is not the record itself. */
  record?: Partial<RaRecord> | undefined
  /** What only a new member, or only a known one, is asked for. */
  children: ReactNode
}

/** The same fields for a new member and a known one. */
export const MemberForm = ({ leave, record, children }: MemberFormProps) => {
  const t = useText()
  return (
    <Form mode="onBlur" disableInvalidFormNotification {...(record ? { record } : {})}>
      <Card sx={{ p: { xs: 2, sm: 3 } }}>
        <MemberFields>{children}</MemberFields>
        <Box sx={{ display: 'flex', gap: 1.5, mt: 2 }}>
          <SaveButton label={t('actions.save')} alwaysEnable={false} />
          {typeof leave === 'string' ? (
            <Button component={LinkBase} to={leave}>
              {t('actions.cancel')}
            </Button>
          ) : (
            <Button onClick={leave}>{t('actions.cancel')}</Button>
          )}
        </Box>
      </Card>
    </Form>
  )
}
