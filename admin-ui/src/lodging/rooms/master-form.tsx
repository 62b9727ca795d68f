import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import type { ReactNode } from 'react'
import { Form, LinkBase, SaveButton } from 'react-admin'
import { useText } from '../../platform/i18n/use-text.ts'

type MasterFormProps = {
  backTo: string
  defaults?: Record<string, unknown>
  children: ReactNode
}

/** The fields of a master on their sheet, to save or to leave as they are. */
export const MasterForm = ({ backTo, defaults, children }: MasterFormProps) => {
  const t = useText()
  return (
    <Form mode="onBlur" {...(defaults && { defaultValues: defaults })}>
      <Card sx={{ p: { xs: 2, sm: 3 } }}>
        {children}
        <Box sx={{ display: 'flex', gap: 1.5, mt: 2 }}>
          <SaveButton label={t('actions.save')} alwaysEnable={false} />
          <Button component={LinkBase} to={backTo}>
            {t('actions.cancel')}
          </Button>
        </Box>
      </Card>
    </Form>
  )
}
