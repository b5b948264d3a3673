extension TimeVocabulary {
    /// Japanese.
    static let japanese = TimeVocabulary(
        language: "ja",
        weekdays: ["月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"],
        minutes: ["分"],
        hours: ["時間"],
        days: ["日"],
        weeks: ["週間"],
        monthUnits: ["ヶ月", "か月", "カ月"],
        today: ["今日"],
        yesterday: ["昨日"],
        dayBeforeYesterday: ["一昨日"],
        now: ["たった今"],
        leadingAM: ["午前"],
        leadingPM: ["午後"])
}
