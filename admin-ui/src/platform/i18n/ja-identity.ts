export const jaIdentity = {
  identity: {
    title: '本人確認書類',
    type: '本人確認書類の種類',
    number: '書類の番号',
    numberHelp: 'マイナンバー（個人番号）は入力できません。',
    none: '登録なし',
    replace: '本人確認書類を差し替える',
    replaceHelp: '空のままにすると、登録済みの書類はそのままです。',
    types: {
      passport: '旅券（パスポート）',
      residence_card: '在留カード',
      driving_licence: '運転免許証',
      foreign_id: '外国の身分証',
      other: 'その他の書類',
    },
    reveal: {
      action: '番号を表示',
      title: '%{name}様の書類番号を表示',
      lead: '表示した人・日時・理由が履歴に残ります。',
      submit: '表示する',
      done: '番号を表示しました。閉じると隠れます。',
      shown: '%{type}の番号',
    },
  },
}
