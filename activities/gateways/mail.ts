import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer'

export type MailAddress = { readonly name: string; readonly address: string }

export type Mail = {
  /** Of our own row: the Message-ID is made of it, so that a doubled delivery is recognised by anybody. */
  readonly id: string
  readonly sentAt: Date
  readonly language: 'ja' | 'en'
  readonly from: { readonly name: string }
  readonly replyTo: MailAddress | null
  readonly to: MailAddress
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly MailAttachment[]
}
export type MailAttachment = {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/**
 * What became of one attempt. `cause` is ours or a reply code, never the server's sentence (that
 * repeats the address). `unknown`: everything was handed over and no answer came, so it may have arrived.
 */
export type Delivery =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly cause: string }
  | { readonly kind: 'deferred'; readonly cause: string }
  | { readonly kind: 'unknown'; readonly cause: string }

export type MailGateway = {
  /** Never throws for what a server does or does not do. */
  deliver(mail: Mail): Promise<Delivery>
}

export type SmtpPlace = {
  /** smtp://[user:password@]host[:port], or smtps:// for TLS from the first byte. */
  readonly url: string
  /** The address every mail comes from. */
  readonly from: string
  /** How long a server may keep silent. */
  readonly patienceMs?: number
}

const PATIENCE_MS = 20_000

/** Mail by SMTP: one connection a mail, TLS where the server offers it, and always with a password. */
export function smtpMail(place: SmtpPlace): MailGateway {
  const patienceMs = place.patienceMs ?? PATIENCE_MS
  const transport = createTransport({
    ...serverOf(place.url),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async deliver(mail) {
      const raw = await compose(mail, place.from)
      // The body is read only after the server asked for it: from then on its silence tells nothing.
      let isHandedOver = false
      const body = Readable.from(
        (function* handOver() {
          isHandedOver = true
          yield raw
        })(),
      )
      try {
        await transport.sendMail({
          envelope: { from: place.from, to: [mail.to.address] },
          raw: body,
        })
        return { kind: 'accepted' }
      } catch (error) {
        return deliveryOf(error, isHandedOver)
      }
    },
  }
}

function serverOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const isHere = ['127.0.0.1', 'localhost', '::1'].includes(host)
  return {
    host,
    port: Number(port || (secure ? 465 : 587)),
    secure,
    // A server of this machine (the demo's mailbox) has no certificate anybody could check.
    ignoreTLS: isHere && !secure,
    ...(username
      ? {
          requireTLS: !isHere,
          auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
        }
      : {}),
  }
}

export const messageIdOf = (id: string, from: string) =>
  `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`

function compose(mail: Mail, from: string): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: messageIdOf(mail.id, from),
    date: mail.sentAt,
    from: { name: mail.from.name, address: from },
    to: { name: mail.to.name, address: mail.to.address },
    ...(mail.replyTo ? { replyTo: { ...mail.replyTo } } : {}),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // RFC 3834: no machine may answer it with another mail.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    textEncoding: 'base64',
    attachments: mail.attachments.map(({ fileName, mediaType, bytes }) => ({
      filename: fileName,
      contentType: mediaType,
      content: bytes,
    })),
  })
  return composer.compile().build()
}

type SmtpError = {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
}

function deliveryOf(error: unknown, isHandedOver: boolean): Delivery {
  const { code = 'unknown', command = '', responseCode } = error as SmtpError
  if (responseCode === undefined) {
    return isHandedOver ? { kind: 'unknown', cause: code } : { kind: 'deferred', cause: code }
  }
  const cause = `${responseCode} ${command}`.trim()
  // A lasting no to this recipient or this content. To our sender or password: the house's own matter.
  const isAboutMail = command === 'RCPT TO' || command === 'DATA'
  return { kind: responseCode >= 500 && isAboutMail ? 'refused' : 'deferred', cause }
}
