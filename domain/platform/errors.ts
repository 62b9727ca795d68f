/**
 * The one table of refusals. From it come the HTTP status, whether Temporal may try again, and the
 * sentence a person reads, in Japanese and English. `{name}` in a sentence is replaced by a parameter.
 */
type ErrorRow = {
  readonly status: number
  readonly retryable: boolean
  readonly ja: { readonly title: string; readonly detail: string }
  readonly en: { readonly title: string; readonly detail: string }
}

const row = (
  status: number,
  ja: readonly [string, string],
  en: readonly [string, string],
  retryable = false,
): ErrorRow => ({
  status,
  retryable,
  ja: { title: ja[0], detail: ja[1] },
  en: { title: en[0], detail: en[1] },
})

export const ERRORS = {
  request_malformed: row(
    400,
    ['リクエストを読み取れません', '送信された内容がJSONとして読み取れません。'],
    ['The request cannot be read', 'What was sent is not readable JSON.'],
  ),
  unknown_parameter: row(
    400,
    ['不明な検索条件です', '「{parameter}」という条件はありません。'],
    ['Unknown query parameter', 'There is no parameter "{parameter}" here.'],
  ),
  validation_failed: row(
    422,
    ['入力内容を確認してください', '入力内容に誤りがあります。各項目の説明をご覧ください。'],
    ['Please check the input', 'Some values do not fit. See the errors of each field.'],
  ),
  payload_too_large: row(
    413,
    ['送信内容が大きすぎます', '送信できるのは {limit} までです。'],
    ['The body is too large', 'At most {limit} can be sent.'],
  ),
  media_type_unsupported: row(
    415,
    ['対応していない形式です', '{accepted} で送信してください。'],
    ['Unsupported media type', 'Please send {accepted}.'],
  ),
  picture_unreadable: row(
    422,
    [
      '画像を読み取れません',
      '静止画のJPEG・PNG・WebP（5,000万画素まで）を選んでください。壊れた画像や動く画像は使えません。',
    ],
    [
      'The picture cannot be read',
      'Please choose a still JPEG, PNG or WebP of at most 50 megapixels. Broken or moving pictures cannot be used.',
    ],
  ),
  method_not_allowed: row(
    405,
    ['この操作はできません', 'このアドレスでは使えない操作です。'],
    ['Method not allowed', 'This address does not know that method.'],
  ),
  unauthenticated: row(
    401,
    ['サインインしてください', 'サインインしていないか、有効期限が切れています。'],
    ['Please sign in', 'You are not signed in, or your session has ended.'],
  ),
  credentials_wrong: row(
    401,
    ['サインインできません', 'ログイン名またはパスワードが違います。'],
    ['Cannot sign in', 'The login or the password is wrong.'],
  ),
  forbidden: row(
    403,
    ['権限がありません', 'この操作を行う権限がありません。'],
    ['Not permitted', 'You are not permitted to do this.'],
  ),
  cross_site_request: row(
    403,
    ['別のサイトからの操作です', '安全のため、この画面以外からの操作は受け付けません。'],
    ['Cross-site request', 'For safety, commands are accepted from our own pages only.'],
  ),
  not_found: row(
    404,
    ['見つかりません', '該当するデータがないか、表示する権限がありません。'],
    ['Not found', 'It does not exist, or you may not see it.'],
  ),
  state_conflict: row(
    409,
    ['現在の状態ではできません', '状態が変わったため、この操作はできません（現在: {state}）。'],
    [
      'Not possible in the present state',
      'The state has moved on, so this is not possible (now: {state}).',
    ],
  ),
  already_exists: row(
    409,
    ['すでに登録されています', '同じ内容がすでに登録されています。'],
    ['Already exists', 'The same thing is registered already.'],
  ),
  member_exists: row(
    409,
    ['すでに登録されています', '同じ本人確認書類で、会員 {number} が登録されています。'],
    ['Already registered', 'Member {number} is registered with the same identity document.'],
  ),
  duplicates_unconfirmed: row(
    409,
    [
      '同じ方が登録されているかもしれません',
      'よく似た会員がいます（{numbers}）。別の方であることを確認してから登録してください。',
    ],
    [
      'This person may be registered already',
      'There are similar members ({numbers}). Please make sure it is somebody else first.',
    ],
  ),
  my_number_refused: row(
    422,
    [
      'マイナンバーは登録できません',
      '個人番号（マイナンバー）は法律により記録できません。旅券・在留カード・運転免許証などの番号をご使用ください。',
    ],
    [
      'A My Number cannot be registered',
      'The law forbids keeping personal numbers (My Number). Please use a passport, residence card, driving licence or the like.',
    ],
  ),
  member_not_erasable: row(
    409,
    ['この会員はまだ消去できません', '片づいていないことがあるため、消去できません。'],
    ['This member cannot be erased yet', 'Something is still open, so erasing is not possible.'],
  ),
  registration_link_ended: row(
    410,
    [
      'このリンクは使えません',
      '有効期限が切れたか、すでに使われています。お手数ですが、もう一度お申し込みください。',
    ],
    [
      'This link cannot be used',
      'It has expired or was used already. Please fill in the form again.',
    ],
  ),
  channel_not_set_up: row(
    409,
    [
      'このサインイン方法は使えません',
      'この宿では、外部サービスでのサインインを設定していません。',
    ],
    ['This way to sign in is not set up', 'The house has no account with that outside service.'],
  ),
  channel_code_wrong: row(
    401,
    ['サインインできません', '外部サービスの認証コードが無効か、すでに使われています。'],
    ['Cannot sign in', "The outside service's code is not valid or was used already."],
  ),
  still_referenced: row(
    409,
    ['使用中のため変更できません', '関連するデータがあるため、この変更はできません。'],
    ['Still in use', 'Other records depend on it, so this change is not possible.'],
  ),
  room_not_available: row(
    409,
    ['空室がありません', 'ご希望の日程に空いている部屋が足りません。'],
    ['No room available', 'There are not enough free rooms for these dates.'],
  ),
  seats_fixed: row(
    409,
    [
      '空きが1室につながりません',
      '空室は毎晩ありますが、動かせない部屋（{holders}）があるため、同じ部屋で続けてお泊まりいただけません。',
    ],
    [
      'The free nights do not join up',
      'There is a room each night, but none for the whole stay, because of what cannot be moved: {holders}.',
    ],
  ),
  room_taken: row(
    409,
    ['その部屋は使われています', '{room} は、その期間 {holder} が使います。'],
    ['That room is taken', 'Room {room} is taken in that time: {holder}.'],
  ),
  rate_missing: row(
    409,
    ['料金が設定されていない日があります', '{night} の料金が未設定のため販売できません。'],
    ['A night has no rate', 'The night of {night} has no rate, so it cannot be sold.'],
  ),
  night_not_sold: row(
    409,
    ['販売を止めている日があります', '{night} は休館または販売停止のため予約できません。'],
    ['A night is not sold', 'The house does not sell the night of {night}.'],
  ),
  rate_rules_unsound: row(
    422,
    [
      '料金ルールを確認してください',
      '料金ルールに矛盾または範囲外の金額があります。各項目の説明をご覧ください。',
    ],
    [
      'Please check the rate rules',
      'The rules contradict each other or lead to an impossible amount. See each field.',
    ],
  ),
  rate_out_of_range: row(
    422,
    [
      '料金が範囲を超えます',
      '{night} の料金が {amount} になります。1〜10,000,000 の範囲で指定してください。',
    ],
    [
      'A rate out of range',
      'The night of {night} would cost {amount}. A rate is between 1 and 10,000,000.',
    ],
  ),
  nothing_to_change: row(
    409,
    ['変更する日がありません', '指定の条件で料金が変わる日はありません。'],
    ['Nothing to change', 'No night would change with this.'],
  ),
  room_not_ready: row(
    409,
    ['部屋の準備ができていません', '清掃中または利用できない部屋です（現在: {state}）。'],
    ['The room is not ready', 'The room is being cleaned or cannot be used (now: {state}).'],
  ),
  capacity_exceeded: row(
    422,
    ['定員を超えています', 'この部屋の定員は {capacity} 名です。'],
    ['Too many guests', 'This room holds {capacity} guests at most.'],
  ),
  capacity_beyond_area: row(
    422,
    [
      '面積に対して定員が多すぎます',
      '{area} m² の部屋の定員は {capacity} 名までです（1名につき 3.3 m²）。',
    ],
    [
      'Too many for the floor area',
      'A room of {area} square metres holds {capacity} guests at most (3.3 each).',
    ],
  ),
  room_sold: row(
    409,
    ['予約のある部屋です', '予約 {orders} が入っているため、この操作はできません。'],
    ['The room is sold', 'It is sold to order {orders}, so this is not possible.'],
  ),
  period_impossible: row(
    422,
    ['期間を確認してください', '期間の終わりは始まり以後に、長さは{daysMax}日までにしてください。'],
    [
      'Please check the period',
      'It must not end before it begins, and may be {daysMax} days long at most.',
    ],
  ),
  dates_impossible: row(
    422,
    [
      '日程を確認してください',
      'チェックアウトはチェックインより後、宿泊は{nightsMax}泊まで、過去の日付は指定できません。',
    ],
    [
      'Please check the dates',
      'Check-out must be after check-in, at most {nightsMax} nights, and not in the past.',
    ],
  ),
  cleaning_taken: row(
    409,
    ['すでに清掃が始まっています', '別の担当者がこの部屋の清掃を始めています。'],
    ['The cleaning has been taken', 'Somebody else has begun to clean this room.'],
  ),
  own_cleaning: row(
    403,
    ['ご自身の清掃は点検できません', '清掃した本人以外の人が点検してください。'],
    ['You cannot inspect your own work', 'Somebody else has to inspect this cleaning.'],
  ),
  range_impossible: row(
    422,
    ['期間を確認してください', '終了日は開始日以降、期間は{nightsMax}泊までです。'],
    [
      'Please check the range',
      'The last night must not be before the first, at most {nightsMax} nights.',
    ],
  ),
  check_in_too_early: row(
    409,
    ['チェックイン日前です', 'チェックインは {checkIn} からです。'],
    ['Too early to check in', 'Check-in is possible from {checkIn}.'],
  ),
  register_incomplete: row(
    422,
    [
      '宿泊者名簿の人数が違います',
      '予約は {booked} 名、入力は {given} 名です。人数が違うときは理由を入力してください。',
    ],
    [
      'The register does not match the booking',
      '{booked} guests are booked, {given} are given. Say why when the number differs.',
    ],
  ),
  time_impossible: row(
    422,
    [
      '時刻を確認してください',
      '記録できる時刻は、予約より後、現在より前で、チェックイン、チェックアウトの順です。',
    ],
    [
      'Please check the time',
      'It must lie after the order, not in the future, and check-in before check-out.',
    ],
  ),
  group_refused: row(
    409,
    [
      'まとめて処理できません',
      '{count} 室がこのままでは処理できないため、どの部屋も変更していません。',
    ],
    [
      'Not possible in one go',
      '{count} of the rooms cannot be done as they are, so nothing was changed.',
    ],
  ),
  correction_too_late: row(
    403,
    [
      '訂正できる時間を過ぎました',
      'フロントが訂正できるのは操作から {minutes} 分以内です。支配人に依頼してください。',
    ],
    [
      'Too late to correct',
      'The front may correct within {minutes} minutes. Please ask the manager.',
    ],
  ),
  insufficient_points: row(
    409,
    ['ポイントが不足しています', '残高 {balance} pt に対して {needed} pt が必要です。'],
    ['Not enough points', 'The balance is {balance} pt, {needed} pt are needed.'],
  ),
  no_mail_address: row(
    409,
    ['メールアドレスがありません', '宛先のメールアドレスが登録されていないため送信できません。'],
    ['No mail address', 'There is no mail address to send it to.'],
  ),
  version_required: row(
    428,
    ['版の指定が必要です', 'If-Match ヘッダーに表示中の版を指定してください。'],
    ['A version is required', 'Please name the version you saw in the If-Match header.'],
  ),
  version_mismatch: row(
    412,
    ['ほかの人が先に変更しました', '表示後に内容が変わりました。最新の内容を確認してください。'],
    [
      'Somebody changed it first',
      'It changed after you opened it. Please look at the latest content.',
    ],
  ),
  digest_mismatch: row(
    409,
    [
      '表示された内容と一致しません',
      '計算の結果が表示時から変わりました。最新の内容を確認してください。',
    ],
    [
      'Not what was on screen',
      'The result has changed since it was shown. Please look at the latest content.',
    ],
  ),
  request_already_open: row(
    409,
    ['すでに申請中です', 'この部屋にはすでに承認待ちの申請があります。'],
    ['A request is open already', 'There is an open request for this room already.'],
  ),
  self_approval: row(
    403,
    ['ご自身に関わる申請は承認できません', '申請者・受益者・代理対象の本人は決裁できません。'],
    [
      'You cannot decide this yourself',
      'Requester, beneficiary and the person acted for are excluded.',
    ],
  ),
  idempotency_key_missing: row(
    400,
    ['Idempotency-Key が必要です', '二重処理を防ぐため Idempotency-Key ヘッダーを付けてください。'],
    [
      'Idempotency-Key is missing',
      'Please send an Idempotency-Key header, so that nothing happens twice.',
    ],
  ),
  idempotency_key_reused: row(
    422,
    ['同じキーで別の内容です', 'この Idempotency-Key は別の内容で使われています。'],
    ['Key used for another body', 'This Idempotency-Key was used with another content.'],
  ),
  idempotency_in_progress: row(
    409,
    ['処理中です', '同じ操作を処理しています。少し待ってから再度お試しください。'],
    ['Still running', 'The same command is still running. Please try again in a moment.'],
    true,
  ),
  clock_fixed: row(
    409,
    ['時計は動かせません', '本番の宿の時計は動かせません。'],
    ['The clock is fixed', 'The clock of a production house cannot be moved.'],
  ),
  limit_exceeded: row(
    422,
    ['件数の上限を超えています', '一度に扱えるのは {limit} 件までです。'],
    ['Over the limit', 'At most {limit} at a time.'],
  ),
  rate_limited: row(
    429,
    ['しばらくお待ちください', '操作の回数が多すぎます。{seconds} 秒後に再度お試しください。'],
    ['Please wait', 'Too many attempts. Please try again in {seconds} seconds.'],
    true,
  ),
  database_busy: row(
    503,
    ['混み合っています', 'ただいま処理が混み合っています。もう一度お試しください。'],
    ['Busy', 'The system is busy. Please try again.'],
    true,
  ),
  temporarily_unavailable: row(
    503,
    ['一時的に利用できません', '接続先が応答していません。しばらくしてから再度お試しください。'],
    ['Temporarily unavailable', 'A part of the system does not answer. Please try again shortly.'],
    true,
  ),
  internal_error: row(
    500,
    [
      '予期しないエラーです',
      '記録しました。お問い合わせの際は番号 {requestId} をお知らせください。',
    ],
    ['Unexpected error', 'It has been recorded. If you ask us, name {requestId}.'],
    true,
  ),
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof ERRORS
export type ErrorParams = Readonly<Record<string, string | number>>
export type FieldError = {
  readonly pointer: string
  /** A keyword of the schema, a code of the field messages, or a row of this table. */
  readonly code: string
  readonly message: string
  /** What a row's sentence needs; `about` is said before it. */
  readonly params?: ErrorParams
}
export type Language = 'ja' | 'en'

/** A refusal the caller can act on. Knows its row of the table, never HTTP. */
export class DomainError extends Error {
  override name = 'DomainError'
  readonly code: ErrorCode
  readonly params: ErrorParams
  readonly fields: readonly FieldError[]
  readonly allowedActions: readonly string[] | undefined

  constructor(
    code: ErrorCode,
    params: ErrorParams = {},
    more: {
      fields?: readonly FieldError[]
      allowedActions?: readonly string[]
      cause?: unknown
    } = {},
  ) {
    super(code, more.cause === undefined ? undefined : { cause: more.cause })
    this.code = code
    this.params = params
    this.fields = more.fields ?? []
    this.allowedActions = more.allowedActions
  }
}

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code)

export function errorSentence(code: ErrorCode, params: ErrorParams, language: Language) {
  const { title, detail } = ERRORS[code][language]
  return {
    title,
    detail: detail.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '—')),
  }
}
