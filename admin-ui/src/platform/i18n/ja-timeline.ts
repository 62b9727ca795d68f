export const jaTimeline = {
  timeline: {
    title: '予定表',
    grid: '部屋ごとの予定',
    room: '部屋',
    earlier: '前の期間',
    later: '次の期間',
    today: '今日',
    from: '開始日',
    range: '表示日数',
    roomType: '部屋タイプ',
    allTypes: 'すべてのタイプ',
    span: '%{room}号室、%{what}、%{days}',
    block: '%{kind}（%{reason}）',
    legend: '色の意味',
    hint: '空いている日を押すと、その日からの新規予約を始めます。矢印キーで予定の間を移動できます。',
    openOrder: '予約を開く',
  },
}
