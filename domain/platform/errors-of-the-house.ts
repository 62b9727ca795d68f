import { type ErrorRow, row } from './error-row.ts'

/** What rooms, stays, members, rates and approvals refuse. */
export const ERRORS_OF_THE_HOUSE = {
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
} as const satisfies Record<string, ErrorRow>
