internal import Digest
internal import Foundation

/// People whose comments are never to be stored again, by a salted hash of their names.
package struct ForgottenAuthors: Sendable {
    package let salt: String
    package private(set) var hashes: Set<String>

    package init(salt: String, hashes: Set<String> = []) {
        self.salt = salt
        self.hashes = hashes
    }

    package var count: Int { hashes.count }

    /// What is kept of a name.
    package func hash(of name: String) -> String {
        let message = Array(name.precomposedStringWithCanonicalMapping.lowercased().utf8)
        return HMAC.sha256(key: Array(salt.utf8), message: message).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    package func contains(_ name: String) -> Bool { !hashes.isEmpty && hashes.contains(hash(of: name)) }
}
