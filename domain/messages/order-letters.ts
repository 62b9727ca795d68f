import type { Language } from '../platform/errors.ts'
import type { Letter } from './letter.ts'
import { roomRows, stayFacts } from './letter-blocks.ts'
import type { OrderParams } from './order-params.ts'
import { momentInWords } from './wording.ts'

type Words = {
  readonly subject: string
  readonly heading: string
  readonly before: string
  readonly notice?: string
  readonly after: string
}

/** Letters about an order have one shape: what it is about, the stay, the rooms, what to do. */
function orderLetter(order: OrderParams, words: Words, language: Language): Letter {
  const total = language === 'ja' ? '合計' : 'Total'
  return {
    subject: `${words.subject} (${order.number})`,
    heading: words.heading,
    blocks: [
      { kind: 'text', text: words.before },
      ...(words.notice ? [{ kind: 'notice' as const, text: words.notice }] : []),
      stayFacts(order, language),
      roomRows(order.rooms, [[total, order.total]], language),
      { kind: 'text', text: words.after },
    ],
  }
}

const WORDS = {
  order_confirmed: {
    ja: () => ({
      subject: 'ご予約確認',
      heading: 'ご予約を承りました',
      before:
        'ご予約ありがとうございます。下記の内容で確定し、代金はポイントでお支払い済みです。確認書(PDF)を添付いたします。',
      after:
        '変更やお取り消しをご希望の際は、予約番号を添えて当館へご連絡ください。皆様のお越しを心よりお待ちしております。',
    }),
    en: () => ({
      subject: 'Your booking is confirmed',
      heading: 'Your booking is confirmed',
      before:
        'Thank you for your booking. It is confirmed as below and paid with your points. The confirmation is attached as a PDF.',
      after:
        'To change or cancel it, please contact us and name your booking number. We look forward to welcoming you.',
    }),
  },
  order_pending: {
    ja: (payBy: string) => ({
      subject: 'お支払いのお願い',
      heading: 'ご予約はお支払い待ちです',
      before:
        'お申し込みありがとうございます。お部屋を確保しておりますが、ポイントの残高が不足しているため、ご予約はまだ確定していません。',
      notice: `お支払い期限: ${payBy}`,
      after:
        '期限までにポイントをご購入いただくと自動的にお支払いとなり、ご予約が確定します。期限を過ぎますと、お部屋の確保は解除されます。',
    }),
    en: (payBy: string) => ({
      subject: 'Please pay for your booking',
      heading: 'Your booking waits for payment',
      before:
        'Thank you for your order. The rooms are held for you, but your points do not yet cover it, so the booking is not confirmed.',
      notice: `Please pay by ${payBy}`,
      after:
        'As soon as you have topped up enough points, the booking is paid and confirmed by itself. After that time the rooms are released.',
    }),
  },
  order_reminded: {
    ja: (payBy: string) => ({
      subject: 'お支払い期限が近づいています',
      heading: 'まもなくお支払い期限です',
      before: '下記のお申し込みは、まだお支払いが済んでおりません。',
      notice: `お支払い期限: ${payBy}`,
      after:
        '期限までにポイントをご購入いただくと、ご予約が確定します。期限を過ぎますと、お部屋の確保は解除されます。',
    }),
    en: (payBy: string) => ({
      subject: 'Your payment is due soon',
      heading: 'Your payment is due soon',
      before: 'The order below has not been paid yet.',
      notice: `Please pay by ${payBy}`,
      after:
        'Top up enough points by then and the booking is confirmed. After that time the rooms are released.',
    }),
  },
  order_expired: {
    ja: () => ({
      subject: 'お申し込みの取り消し',
      heading: 'お支払い期限が過ぎました',
      before:
        '下記のお申し込みは、期限までにお支払いが確認できなかったため取り消しとなり、お部屋の確保を解除いたしました。ポイントは差し引かれておりません。',
      after: 'ご希望でしたら、あらためてお申し込みください。空室があればすぐにご予約いただけます。',
    }),
    en: () => ({
      subject: 'Your order has expired',
      heading: 'The time to pay has passed',
      before:
        'The order below was not paid in time, so it has been cancelled and the rooms were released. No points were taken.',
      after:
        'You are welcome to order again; as long as rooms are free, they can be booked at once.',
    }),
  },
} as const

export type OrderTemplate = keyof typeof WORDS

export const orderLetterOf =
  (template: OrderTemplate) =>
  (order: OrderParams, language: Language): Letter => {
    const payBy = momentInWords(order.payBy, order.timeZone, language)
    return orderLetter(order, WORDS[template][language](payBy), language)
  }
