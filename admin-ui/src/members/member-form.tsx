import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import { Form, LinkBase, SaveButton } from 'react-admin'
import { useText } from '../platform/i18n/use-text.ts'
import { IdentityFields } from './identity-fields.tsx'
import { MemberFields } from './member-fields.tsx'

/** The same fields for a new member and a known one. */
export const MemberForm = ({ backTo }: { backTo: string }) => {
  const t = useText()
  return (
    <Form mode="onBlur">
      <Card sx={{ p: { xs: 2, sm: 3 } }}>
        <MemberFields>
          <IdentityFields />
        </MemberFields>
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
