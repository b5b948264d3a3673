extension Vocabulary {
    static let japanese = Vocabulary(
        language: "ja",
        months: ["", "", "", "", "", "", "", "", "", "", "", ""],
        weekdays: ["月曜日 月曜", "火曜日 火曜 火", "水曜日 水曜 水", "木曜日 木曜 木", "金曜日 金曜 金", "土曜日 土曜 土", "日曜日 日曜"],
        units: ["秒 数秒=1", "分 分間", "時間 時", "日 日間", "週間 週", "月 ヶ月 か月 カ月 ヵ月 ケ月", "年 年間"],
        agoAfter: "前 まえ",
        now: "たった今 たったいま",
        today: "今日 本日",
        yesterday: "昨日",
        dayBeforeYesterday: "一昨日 おととい",
        at: "の",
        am: "午前",
        pm: "午後",
        approximate: "約")
}
