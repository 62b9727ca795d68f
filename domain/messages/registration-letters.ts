import type { Language } from '../platform/errors.ts'
import type { Letter } from './letter.ts'
import { momentInWords } from './wording.ts'

export type RegistrationParams = {
  readonly code: string
  /** The page where the code is typed; null where the house does not know its own address. */
  readonly link: string | null
  readonly expiresAt: string
  readonly timeZone: string
}

export function registrationConfirm(params: RegistrationParams, language: Language): Letter {
  const until = momentInWords(params.expiresAt, params.timeZone, language)
  const words =
    language === 'ja'
      ? {
          subject: '会員登録の確認',
          heading: '会員登録の確認コード',
          text: '会員登録のお申し込みをいただきました。お申し込みの画面で下記のコードを入力し、パスワードを決めると、登録が完了します。',
          link: '次のページからも登録を完了できます。',
          notice: `有効期限: ${until}`,
          after:
            'お心当たりがない場合は、このメールを破棄してください。何も登録されず、お申し込みの内容は期限後に消去されます。',
        }
      : {
          subject: 'Please confirm your membership',
          heading: 'Your confirmation code',
          text: 'You asked to become a member. Type this code into the registration page and choose a password to complete it.',
          link: 'You can also complete it on this page:',
          notice: `Valid until ${until}`,
          after:
            'If it was not you, please ignore this mail. Nothing will be registered, and what was typed is erased after that time.',
        }
  return {
    subject: words.subject,
    heading: words.heading,
    blocks: [
      { kind: 'text', text: words.text },
      { kind: 'code', code: params.code },
      ...(params.link ? [{ kind: 'text' as const, text: `${words.link}\n${params.link}` }] : []),
      { kind: 'notice', text: words.notice },
      { kind: 'text', text: words.after },
    ],
  }
}

export type KnownMemberParams = { readonly number: string }

/** To the owner of the address, not to whoever typed it: the page answers both alike. */
export function registrationKnown({ number }: KnownMemberParams, language: Language): Letter {
  return language === 'ja'
    ? {
        subject: 'すでに会員登録されています',
        heading: 'すでに会員登録されています',
        blocks: [
          {
            kind: 'text',
            text: 'このメールアドレスで会員登録のお申し込みがありましたが、すでに会員として登録されています。',
          },
          { kind: 'facts', rows: [['会員番号', number]] },
          {
            kind: 'text',
            text: 'パスワードをお忘れの場合は、当館へご連絡ください。お心当たりがない場合は、このメールを破棄してください。',
          },
        ],
      }
    : {
        subject: 'You are a member already',
        heading: 'You are a member already',
        blocks: [
          {
            kind: 'text',
            text: 'Somebody asked to register this address, which belongs to a member already.',
          },
          { kind: 'facts', rows: [['Member number', number]] },
          {
            kind: 'text',
            text: 'If you have forgotten your password, please contact us. If it was not you, please ignore this mail.',
          },
        ],
      }
}
