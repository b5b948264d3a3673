/// An address as a link may carry it: absolute, `http` or `https`, without spaces and controls; `nil` for anything else.
func safeLink(_ address: String?) -> String? {
    guard let address else { return nil }
    let utf8 = Array(address.utf8)
    guard utf8.count <= 4_096, utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    for scheme in ["http://", "https://"] where utf8.count > scheme.utf8.count {
        if zip(utf8, scheme.utf8).allSatisfy({ $0 == $1 || ($0 | 0x20) == $1 && $1 >= 0x61 }) { return address }
    }
    return nil
}

/// The same for an address that may be a fragment of the page it stood on.
func safeLink(_ address: String?, on page: String?) -> String? {
    if let address, address.utf8.first == 0x23, let page = safeLink(page) {
        return safeLink(String(decoding: page.utf8.prefix { $0 != 0x23 }, as: UTF8.self) + address)
    }
    return safeLink(address)
}
