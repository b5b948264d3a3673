/// Bytes in base 64 (RFC 4648), padded.
func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for at in stride(from: 0, to: bytes.count, by: 3) {
        let rest = bytes.count - at
        let group = UInt32(bytes[at]) << 16 | (rest > 1 ? UInt32(bytes[at + 1]) << 8 : 0) | (rest > 2 ? UInt32(bytes[at + 2]) : 0)
        text.append(alphabet[Int(group >> 18)])
        text.append(alphabet[Int(group >> 12 & 63)])
        text.append(rest > 1 ? alphabet[Int(group >> 6 & 63)] : 0x3D)
        text.append(rest > 2 ? alphabet[Int(group & 63)] : 0x3D)
    }
    return String(decoding: text, as: UTF8.self)
}
