extension Vocabulary {
    static let vietnamese = Vocabulary(
        language: "vi",
        months: ["", "", "", "", "", "", "", "", "", "", "", ""],
        weekdays: ["thứ_hai", "thứ_ba", "thứ_tư", "thứ_năm", "thứ_sáu", "thứ_bảy", "chủ_nhật"],
        units: ["giây", "phút p", "giờ tiếng h", "ngày", "tuần", "tháng", "năm"],
        agoAfter: "trước",
        now: "vừa_xong",
        today: "hôm_nay",
        yesterday: "hôm_qua",
        at: "lúc vào_lúc",
        of: "ngày",
        am: "sa",
        pm: "ch",
        approximate: "khoảng",
        and: "và")
}
