import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Member } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Fact, Facts } from '../platform/layout/facts.tsx'
import { Section } from '../platform/layout/section.tsx'
import { TopUpButton } from './top-up-button.tsx'

/** The balance in large figures, with the one thing that is done about it at the desk. */
export const BalanceCard = ({ member }: { member: Member }) => {
  const t = useText()
  const { points } = useFormats()
  return (
    <Section title={t('members.balance')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2 }}>
        <Typography sx={{ fontSize: '2rem', fontWeight: 700, lineHeight: 1.2 }}>
          {points(member.balance)}
        </Typography>
        <Box sx={{ ml: 'auto' }}>
          <TopUpButton member={member} />
        </Box>
      </Box>
      <Facts>
        <Fact label={t('points.paidLong')}>{points(member.balancePaid)}</Fact>
        <Fact label={t('points.bonusLong')}>{points(member.balanceBonus)}</Fact>
      </Facts>
    </Section>
  )
}
