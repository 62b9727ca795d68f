import Alert from '@mui/material/Alert'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { LinkBase } from 'react-admin'
import type { MessageWithWords } from '../api/records.ts'
import { AuditTrail } from '../platform/audit/audit-trail.tsx'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { BackLink } from '../platform/layout/back-link.tsx'
import { Fact, Facts } from '../platform/layout/facts.tsx'
import { Page } from '../platform/layout/page.tsx'
import { RecordPage } from '../platform/layout/record-page.tsx'
import { Section } from '../platform/layout/section.tsx'
import { usePermission } from '../platform/session/use-session.ts'
import { LetterFrame } from './letter-frame.tsx'
import { LetterTabs } from './letter-tabs.tsx'
import { MessageStatusChip } from './message-status-chip.tsx'
import { PlainText } from './plain-text.tsx'
import { ResendButton } from './resend-button.tsx'

export const MessageShow = () => (
  <RecordPage<MessageWithWords> resource="messages" isMoreThanListed>
    {(message) => <MessagePage message={message} />}
  </RecordPage>
)

const MessagePage = ({ message }: { message: MessageWithWords }) => {
  const t = useText()
  const mayReadTrail = usePermission('audit.read')
  const [kind, id] = message.subject.split(':')
  const { letter } = message
  return (
    <Page
      title={t(`messages.templates.${message.template}`)}
      aside={<MessageStatusChip status={message.status} />}
      lead={letter?.subject}
      back={
        kind === 'order' ? (
          <BackLink to={`/orders/${id}/show`} label={t('messages.backToOrder')} />
        ) : (
          <BackLink to={`/members/${message.memberId}/show`} label={t('messages.backToMember')} />
        )
      }
      actions={<ResendButton key={message.id} message={message} />}
      maxWidth={900}
    >
      <Trouble message={message} />
      <MessageFacts message={message} />
      {letter ? (
        <LetterTabs
          key={message.id}
          label={t('messages.letter')}
          views={[
            {
              name: 'html',
              label: t('messages.views.html'),
              view: <LetterFrame title={letter.subject} html={letter.html} />,
            },
            {
              name: 'text',
              label: t('messages.views.text'),
              view: <PlainText label={t('messages.views.text')}>{letter.text}</PlainText>,
            },
          ]}
        />
      ) : (
        <Section title={t('messages.letter')}>
          <Typography color="text.secondary">{t('messages.noWords')}</Typography>
        </Section>
      )}
      {mayReadTrail ? <AuditTrail subject={`message:${message.id}`} /> : null}
    </Page>
  )
}

/** Why it is not out of the house, in a sentence and with the server's code. */
const Trouble = ({ message }: { message: MessageWithWords }) => {
  const t = useText()
  const { moment } = useFormats()
  const { status, held, lastError, nextAttemptAt } = message
  if (status === 'sent' || (status === 'queued' && !held && lastError === null)) return null
  const isBad = status === 'failed' || status === 'bounced'
  const sentence =
    status === 'queued'
      ? held
        ? t('messages.held')
        : t('messages.retrying', { time: moment(nextAttemptAt ?? message.queuedAt) })
      : t(`messages.explained.${status}`)
  return (
    <Alert severity={isBad ? 'error' : 'info'} sx={{ mb: 2 }}>
      {sentence}
      {lastError ? ` (${lastError})` : null}
    </Alert>
  )
}

const MessageFacts = ({ message }: { message: MessageWithWords }) => {
  const t = useText()
  const { moment } = useFormats()
  const { letter, finishedAt, resendOf } = message
  return (
    <Section title={t('messages.delivery')}>
      <Facts minWidth={160}>
        {letter ? (
          <Fact label={t('messages.to')}>
            {letter.name}
            <br />
            <span style={{ overflowWrap: 'anywhere' }}>{letter.address}</span>
          </Fact>
        ) : null}
        <Fact label={t('messages.language')}>{t(`account.${message.language}`)}</Fact>
        <Fact label={t('messages.queuedAt')}>{moment(message.queuedAt, 'full')}</Fact>
        {finishedAt ? (
          <Fact label={t('messages.finishedAt')}>{moment(finishedAt, 'full')}</Fact>
        ) : null}
        <Fact label={t('messages.attempts')}>{message.attempts}</Fact>
        {resendOf ? (
          <Fact label={t('messages.resendOf')}>
            <Link component={LinkBase} to={`/messages/${resendOf}/show`}>
              {t('messages.openFirst')}
            </Link>
          </Fact>
        ) : null}
      </Facts>
    </Section>
  )
}
