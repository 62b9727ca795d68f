import type { ErrorObject } from 'ajv'
import type { Language } from '../../domain/platform/errors.ts'

/** One sentence per JSON Schema keyword; `{x}` is replaced by the keyword's parameter. */
const SENTENCES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  required: { ja: '必須項目です。', en: 'This is required.' },
  additionalProperties: { ja: '知らない項目です。', en: 'This field is not known here.' },
  type: {
    ja: '値の種類が違います（{type}）。',
    en: 'The value is of the wrong kind ({type} expected).',
  },
  enum: {
    ja: '選択肢にない値です（{allowedValues}）。',
    en: 'Not one of the choices ({allowedValues}).',
  },
  const: { ja: '選択肢にない値です。', en: 'Not one of the choices.' },
  format: { ja: '形式が正しくありません（{format}）。', en: 'The format is not right ({format}).' },
  pattern: {
    ja: '使えない文字があるか、空白だけです。',
    en: 'It has characters that cannot be used, or is blank.',
  },
  minLength: { ja: '{limit} 文字以上で入力してください。', en: 'At least {limit} characters.' },
  maxLength: { ja: '{limit} 文字以内で入力してください。', en: 'At most {limit} characters.' },
  minimum: { ja: '{limit} 以上にしてください。', en: 'At least {limit}.' },
  maximum: { ja: '{limit} 以下にしてください。', en: 'At most {limit}.' },
  minItems: { ja: '{limit} 件以上必要です。', en: 'At least {limit} items.' },
  maxItems: { ja: '{limit} 件までです。', en: 'At most {limit} items.' },
  minProperties: { ja: '変更する項目を1つ以上指定してください。', en: 'Name at least one field.' },
  uniqueItems: { ja: '同じ値が重なっています。', en: 'The same value stands here twice.' },
}
/** What a verb or the house itself found wrong with a field, by its own code. */
const BY_CODE: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  characters: {
    ja: '保存できない文字が含まれています。',
    en: 'It has characters that cannot be kept.',
  },
  impossible: { ja: 'ありえない日付です。', en: 'That date is not possible.' },
  kana: {
    ja: 'カタカナ（またはひらがな）で入力してください。',
    en: 'Only kana: katakana or hiragana.',
  },
  identity_format: {
    ja: '選んだ書類の番号の形式ではありません。',
    en: 'It is not a number of the chosen document.',
  },
  reason_needed: {
    ja: '生年月日の変更には理由が必要です。',
    en: 'Changing the date of birth needs a reason.',
  },
  open_stays: {
    ja: '終わっていない予約・滞在があります。',
    en: 'There are open bookings or stays.',
  },
  points_left: { ja: 'ポイントが残っています。', en: 'There are points left.' },
  open_requests: { ja: '承認待ちの申請があります。', en: 'A request is waiting for approval.' },
  missing: { ja: '入力してください。', en: 'Please fill this in.' },
  not_collected: {
    ja: 'この方については記録しない項目です。空欄にしてください。',
    en: 'This is not recorded for this guest. Please leave it empty.',
  },
  one_representative: {
    ja: '代表者は1名だけ選んでください。',
    en: 'Choose exactly one representative.',
  },
  no_country: { ja: '国・地域のコードではありません。', en: 'That is no country or region.' },
  gone: { ja: '以前の記録は残っていません。', en: 'The earlier entry is no longer kept.' },
  whole_group: {
    ja: '到着する部屋をすべて、一度ずつ指定してください。',
    en: 'Name each arriving room exactly once.',
  },
  repeated: { ja: '一度だけ指定してください。', en: 'Give it once only.' },
  range: { ja: '指定できる範囲を超えています。', en: 'It is out of range.' },
  needed: { ja: '値を入力してください。', en: 'A value is needed.' },
  not_used: { ja: 'この操作に値は要りません。', en: 'No value is needed for this.' },
  named_twice: { ja: '同じ曜日が2回あります。', en: 'This weekday stands here twice.' },
  backwards: { ja: '終了日が開始日より前です。', en: 'The last night is before the first.' },
  overlaps: { ja: '別のシーズンと期間が重なっています。', en: 'It overlaps another season.' },
  in_the_past: { ja: '過去の日付は指定できません。', en: 'It must not be in the past.' },
  header: {
    ja: '英数字と記号255文字以内で指定してください。',
    en: 'At most 255 visible ASCII characters.',
  },
}
const OTHERWISE = { ja: '値が正しくありません。', en: 'The value does not fit.' }

export function fieldMessage(error: ErrorObject, language: Language): string {
  const sentence = (SENTENCES[error.keyword] ?? OTHERWISE)[language]
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(error.params[name]).replaceAll(',', ', '),
  )
}

/** The sentence of a code that is no keyword of JSON Schema; undefined where there is none. */
export const codeMessage = (code: string, language: Language): string | undefined =>
  BY_CODE[code]?.[language]
