extension Vocabulary {
    static let korean = Vocabulary(
        language: "ko",
        months: ["", "", "", "", "", "", "", "", "", "", "", ""],
        weekdays: ["월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"],
        units: ["초", "분", "시간 시", "일", "주 주일", "월 개월 달", "년"],
        agoAfter: "전",
        now: "방금 방금_전",
        today: "오늘",
        yesterday: "어제",
        dayBeforeYesterday: "그제 그저께",
        am: "오전",
        pm: "오후",
        approximate: "약")
}
