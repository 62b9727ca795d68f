import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import { useQuery } from '@tanstack/react-query'
import { LinkBase } from 'react-admin'
import { answerOf, api } from '../api/client.ts'
import type { OpenedMail } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { BackLink } from '../platform/layout/back-link.tsx'
import { Fact, Facts } from '../platform/layout/facts.tsx'
import { Page } from '../platform/layout/page.tsx'
import { RecordPage } from '../platform/layout/record-page.tsx'
import { Section } from '../platform/layout/section.tsx'
import { Failure } from '../platform/states/failure.tsx'
import { LetterFrame } from './letter-frame.tsx'
import { LetterTabs, type LetterView } from './letter-tabs.tsx'
import { PlainText } from './plain-text.tsx'

export const MailShow = () => (
  <RecordPage<OpenedMail> resource="mailbox" isMoreThanListed>
    {(mail) => <MailPage mail={mail} />}
  </RecordPage>
)

const MailPage = ({ mail }: { mail: OpenedMail }) => {
  const t = useText()
  const views: LetterView[] = [
    ...(mail.html === null
      ? []
      : [
          {
            name: 'html',
            label: t('messages.views.html'),
            view: <LetterFrame title={mail.subject} html={mail.html} />,
          },
        ]),
    {
      name: 'text',
      label: t('messages.views.text'),
      view: <PlainText label={t('messages.views.text')}>{mail.text}</PlainText>,
    },
    { name: 'source', label: t('messages.views.source'), view: <MailSource id={mail.id} /> },
  ]
  return (
    <Page
      title={mail.subject}
      back={<BackLink to="/mailbox" label={t('mailbox.title')} />}
      maxWidth={900}
    >
      <MailHead mail={mail} />
      <LetterTabs label={t('messages.letter')} views={views} />
    </Page>
  )
}

const MailHead = ({ mail }: { mail: OpenedMail }) => {
  const t = useText()
  const { moment } = useFormats()
  return (
    <Section title={t('messages.delivery')}>
      <Facts minWidth={220}>
        <Fact label={t('mailbox.from')}>
          <span style={{ overflowWrap: 'anywhere' }}>{mail.from}</span>
        </Fact>
        <Fact label={t('messages.to')}>
          <span style={{ overflowWrap: 'anywhere' }}>{mail.to}</span>
        </Fact>
        <Fact label={t('mailbox.caughtAt')}>{moment(mail.caughtAt, 'full')}</Fact>
        {mail.messageId ? (
          <Fact label={t('mailbox.record')}>
            <Link component={LinkBase} to={`/messages/${mail.messageId}/show`}>
              {t('mailbox.openRecord')}
            </Link>
          </Fact>
        ) : null}
      </Facts>
      {mail.attachments.length > 0 ? <Attachments mail={mail} /> : null}
    </Section>
  )
}

const KILOBYTE = 1_024

const Attachments = ({ mail }: { mail: OpenedMail }) => (
  <Box
    component="ul"
    sx={{ listStyle: 'none', p: 0, m: 0, mt: 2, display: 'flex', flexWrap: 'wrap', gap: 1 }}
  >
    {mail.attachments.map(({ fileName, bytes }, index) => (
      <li key={fileName}>
        <Button
          variant="outlined"
          href={`/v1/mailbox/${mail.id}/attachments/${index}`}
          target="_blank"
          rel="noopener"
          startIcon={<AttachFileOutlined />}
          sx={{ textAlign: 'left' }}
        >
          {`${fileName} (${Math.ceil(bytes / KILOBYTE)} kB)`}
        </Button>
      </li>
    ))}
  </Box>
)

/** Every line as it went over the wire. */
const MailSource = ({ id }: { id: string }) => {
  const t = useText()
  const { data, error, refetch } = useQuery({
    queryKey: ['mailbox', id, 'source'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/mailbox/{id}/source', { params: { path: { id } }, parseAs: 'text', signal }),
      ),
  })
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  return data ? (
    <PlainText label={t('messages.views.source')}>{data}</PlainText>
  ) : (
    <Skeleton variant="rounded" height={240} sx={{ m: 2 }} />
  )
}
