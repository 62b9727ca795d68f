import type { Language } from '../platform/errors.ts'
import type { Letter } from './letter.ts'
import { roomRows } from './letter-blocks.ts'
import type { CancellationParams } from './order-params.ts'

const WORDS = {
  cancellation_requested: {
    ja: {
      subject: '取り消しのお申し出を受け付けました',
      heading: '取り消しを受け付けました',
      before:
        '下記のお部屋について取り消しのお申し出を受け付けました。責任者が確認したのち、結果をお知らせいたします。それまでお部屋は確保されています。',
      fee: 'キャンセル料(予定)',
      returned: '返還ポイント(予定)',
    },
    en: {
      subject: 'We have received your cancellation',
      heading: 'Your cancellation is being looked at',
      before:
        'We have received your wish to cancel the rooms below. A manager looks at it and we write again. Until then the rooms remain yours.',
      fee: 'Cancellation fee (expected)',
      returned: 'Points returned (expected)',
    },
  },
  cancellation_settled: {
    ja: {
      subject: '取り消しが完了しました',
      heading: '取り消しが完了しました',
      before:
        '下記のお部屋の取り消しが完了しました。返還ポイントは、お支払いに使われた元のポイントへ、元の有効期限のままお戻ししました。',
      fee: 'キャンセル料',
      returned: '返還ポイント',
    },
    en: {
      subject: 'Your cancellation is complete',
      heading: 'Your cancellation is complete',
      before:
        'The rooms below are cancelled. The points have gone back to where they came from, with the expiry they had.',
      fee: 'Cancellation fee',
      returned: 'Points returned',
    },
  },
  cancellation_rejected: {
    ja: {
      subject: '取り消しをお受けできませんでした',
      heading: '取り消しをお受けできませんでした',
      before:
        '下記のお部屋の取り消しは、確認の結果お受けできませんでした。ご予約はそのまま有効です。ご不明な点は当館までお問い合わせください。',
      fee: null,
      returned: null,
    },
    en: {
      subject: 'Your cancellation was not accepted',
      heading: 'Your cancellation was not accepted',
      before:
        'After looking at it we could not accept the cancellation of the rooms below. Your booking stands. Please ask us if anything is unclear.',
      fee: null,
      returned: null,
    },
  },
  order_cancelled: {
    ja: {
      subject: 'お申し込みを取り消しました',
      heading: 'お申し込みを取り消しました',
      before:
        'お支払い前の下記のお部屋を取り消しました。ポイントは差し引かれておらず、キャンセル料もかかりません。',
      fee: null,
      returned: null,
    },
    en: {
      subject: 'Your order is cancelled',
      heading: 'Your order is cancelled',
      before:
        'The rooms below were cancelled before they were paid. No points were taken and there is no fee.',
      fee: null,
      returned: null,
    },
  },
} as const

export type CancellationTemplate = keyof typeof WORDS

export const cancellationLetterOf =
  (template: CancellationTemplate) =>
  (params: CancellationParams, language: Language): Letter => {
    const words = WORDS[template][language]
    const number = language === 'ja' ? '予約番号' : 'Booking number'
    const totals =
      words.fee === null
        ? []
        : ([
            [words.fee, params.fee],
            [words.returned, params.returned],
          ] as const)
    return {
      subject: `${words.subject} (${params.number})`,
      heading: words.heading,
      blocks: [
        { kind: 'text', text: words.before },
        { kind: 'facts', rows: [[number, params.number]] },
        roomRows(params.rooms, totals, language),
      ],
    }
  }
