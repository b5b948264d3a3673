extension TimeVocabulary {
    /// Chinese.
    static let chinese = TimeVocabulary(
        language: "zh",
        weekdays: ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日", "周一", "周二", "周三", "周四", "周五", "周六", "周日"],
        seconds: ["秒", "秒钟", "秒鐘"],
        minutes: ["分钟", "分鐘"],
        hours: ["小时", "小時"],
        days: ["天"],
        weeks: ["周", "週", "星期"],
        monthUnits: ["个月", "個月"],
        years: ["年"],
        agoAfter: ["前", "以前", "之前"],
        today: ["今天"],
        yesterday: ["昨天"],
        dayBeforeYesterday: ["前天"],
        now: ["刚刚", "剛剛", "刚才"],
        leadingAM: ["上午", "早上", "凌晨"],
        leadingPM: ["下午", "晚上", "中午"],
        hourMarks: ["时", "點", "点", "時"],
        minuteMarks: ["分"],
        yearMarks: ["年"],
        monthMarks: ["月"],
        dayMarks: ["日", "号", "號"])
}
