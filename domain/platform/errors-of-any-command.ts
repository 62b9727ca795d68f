import { type ErrorRow, row } from './error-row.ts'

/** What any request can meet, whatever it is about. */
export const ERRORS_OF_ANY_COMMAND = {
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
  still_referenced: row(
    409,
    ['使用中のため変更できません', '関連するデータがあるため、この変更はできません。'],
    ['Still in use', 'Other records depend on it, so this change is not possible.'],
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
