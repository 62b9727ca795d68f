import Link from '@mui/material/Link'
import Box from '@mui/material/Box'
import type { Member } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Fact, Facts } from '../platform/layout/facts.tsx'
import { Section } from '../platform/layout/section.tsx'
import { RevealIdentityButton } from './reveal-identity-button.tsx'

export const MemberProfile = ({ member }: { member: Member }) => {
  const t = useText()
  const { day, moment } = useFormats()
  const none = t('formats.none')
  return (
    <Section title={t('members.profile')}>
      <Facts minWidth={180}>
        <Fact label={t('members.kana')}>{member.kana}</Fact>
        <Fact label={t('members.birthDate')}>
          {member.birthDate ? day(member.birthDate, 'numeric') : none}
        </Fact>
        <Fact label={t('members.phone')}>
          {member.phone ? <Link href={`tel:${member.phone}`}>{member.phone}</Link> : none}
        </Fact>
        <Fact label={t('members.email')}>
          {member.email ? <Link href={`mailto:${member.email}`}>{member.email}</Link> : none}
        </Fact>
        <Fact label={t('identity.title')}>
          <MaskedIdentity member={member} />
        </Fact>
        <Fact label={t('members.registeredAt')}>{moment(member.registeredAt, 'full')}</Fact>
      </Facts>
    </Section>
  )
}

const MaskedIdentity = ({ member }: { member: Member }) => {
  const t = useText()
  const { identity } = member
  if (!identity) return t('identity.none')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
      <span>{t(`identity.types.${identity.type}`)}</span>
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {identity.masked}
      </Box>
      {member.allowedActions.includes('reveal_identity') ? (
        <RevealIdentityButton member={member} />
      ) : null}
    </Box>
  )
}
