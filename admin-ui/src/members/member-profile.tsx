import Link from '@mui/material/Link'
import type { Member } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Fact, Facts } from '../platform/layout/facts.tsx'
import { Section } from '../platform/layout/section.tsx'

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
        <Fact label={t('members.registeredAt')}>{moment(member.registeredAt, 'full')}</Fact>
      </Facts>
    </Section>
  )
}
