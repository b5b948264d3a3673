import DiscourseModel

/// A time as a reader takes it, no more precise than the page: `8 May 2013, 14:05 (UTC+3)`.
func readable(_ stamp: Timestamp) -> String {
    let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    guard (1...12).contains(stamp.month) else { return stamp.iso8601 }
    var text = "\(stamp.day) \(months[stamp.month - 1]) \(stamp.year)"
    guard let time = timeOfDay(stamp) else { return text }
    text += ", " + time
    guard let offset = stamp.utcOffset else { return text }
    let (hours, minutes) = (abs(offset) / 60, abs(offset) % 60)
    if offset == 0 { return text + " UTC" }
    return text + " (UTC" + (offset < 0 ? "−" : "+") + "\(hours)" + (minutes == 0 ? "" : ":\(minutes < 10 ? "0" : "")\(minutes)") + ")"
}

/// `14:05`, where the page states a time of day.
func timeOfDay(_ stamp: Timestamp) -> String? {
    guard let hour = stamp.hour, let minute = stamp.minute else { return nil }
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
}
