import { type AddressObject, simpleParser } from 'mailparser'

export type ReadMail = {
  /** Of Message-ID, without brackets. */
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly sentAt: Date | null
  readonly text: string
  readonly html: string | null
  readonly attachments: readonly {
    readonly fileName: string
    readonly mediaType: string
    readonly bytes: Buffer
  }[]
}

/** A mail as a mail program shows it. */
export async function readMail(source: Buffer): Promise<ReadMail> {
  const mail = await simpleParser(source, { skipTextToHtml: true, skipImageLinks: true })
  return {
    messageId: (mail.messageId ?? '').replace(/^<|>$/g, ''),
    from: addressText(mail.from),
    to: addressText(mail.to),
    subject: mail.subject ?? '',
    sentAt: mail.date ?? null,
    text: mail.text ?? '',
    html: mail.html || null,
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      fileName: filename ?? '',
      mediaType: contentType,
      bytes: content,
    })),
  }
}

function addressText(header: AddressObject | AddressObject[] | undefined): string {
  return [header ?? []]
    .flat()
    .map((one) => one.text)
    .join(', ')
}
