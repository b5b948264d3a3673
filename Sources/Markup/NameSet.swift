/// Some of the names that HTML knows, a bit for each: looked up for every element of a page.
public struct NameSet: Sendable {
    @usableFromInline var bits = [UInt64](repeating: 0, count: Int(Name.firstForeign) / 64)

    /// Names that HTML does not know are left out.
    package init(_ names: [Name] = []) { for name in names { insert(name) } }

    @inlinable public func contains(_ name: Name) -> Bool { !name.isForeign && bits[Int(name.rawValue) >> 6] >> UInt64(name.rawValue & 63) & 1 != 0 }

    package mutating func insert(_ name: Name) { if !name.isForeign { bits[Int(name.rawValue) >> 6] |= 1 << UInt64(name.rawValue & 63) } }
}
