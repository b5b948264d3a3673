/// `1 comment`, `2 comments`, `1 reply`, `2 replies`.
package func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? one : many ?? one + "s")"
}

/// An integer with its thousands apart: `12,345`.
package func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var text: [UInt8] = value < 0 ? [0x2D] : []
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { text.append(0x2C) }
        text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
}

/// A share of 0 to 1 in whole percent: `38%`.
func percent(_ share: Double) -> String {
    share.isFinite ? "\(Int((min(1, max(0, share)) * 100).rounded()))%" : "–"
}

/// A share of 0 to 1 with two decimals: `.62`, `1.00`.
func hundredths(_ share: Double) -> String {
    let number = Int((share * 100).rounded())
    return number >= 100 ? "1.00" : "." + (number < 10 ? "0" : "") + String(number)
}

/// A number with one decimal: `1.5`.
func oneDecimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "–" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

/// A number with two decimals: `0.42`, `−1.30`.
func twoDecimals(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "–" }
    let hundredths = Int((abs(value) * 100).rounded())
    let rest = hundredths % 100
    return "\(value < 0 && hundredths > 0 ? "−" : "")\(grouped(hundredths / 100)).\(rest < 10 ? "0" : "")\(rest)"
}

/// A probability: `p = 0.03`, `p < 0.001`.
func probability(_ p: Double) -> String {
    guard p.isFinite else { return "–" }
    if p < 0.001 { return "p < 0.001" }
    let thousandths = Int((min(1, p) * 1000).rounded())
    let digits = String(1000 + thousandths % 1000).dropFirst()
    return thousandths >= 995 ? "p = 1" : "p = 0." + (thousandths >= 100 || thousandths % 10 == 0 ? digits.prefix(2) : digits)
}

/// Seconds as a reader takes them: `40 s`, `12 min`, `3 h 5 min`, `2 days 4 h`.
func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, abs(seconds) < 1e12 else { return "–" }
    let minutes = Int((abs(seconds) / 60).rounded())
    let sign = seconds < 0 ? "−" : ""
    if abs(seconds) < 60 { return "\(sign)\(Int(abs(seconds).rounded())) s" }
    if minutes < 60 { return "\(sign)\(minutes) min" }
    if minutes < 1_440 { return "\(sign)\(minutes / 60) h" + (minutes % 60 > 0 ? " \(minutes % 60) min" : "") }
    let (days, hours) = (minutes / 1_440, minutes % 1_440 / 60)
    return "\(sign)\(grouped(days)) \(days == 1 ? "day" : "days")" + (hours > 0 && days < 14 ? " \(hours) h" : "")
}
