import BuiltProgram
import Foundation
import Testing

@testable import rejoinder

/// What `rejoinder selftest` promises holds of this build.
@Suite struct SelfCheckTests {
    @Test(arguments: SelfCheck.all.map(\.name)) func holds(_ name: String) throws {
        let check = try #require(SelfCheck.all.first { $0.name == name })
        try inTrial { try check.run($0) }
    }

    @Test func everyCheckHasANameOfItsOwn() {
        #expect(Set(SelfCheck.all.map(\.name)).count == SelfCheck.all.count)
        #expect(SelfCheck.all.count >= 30)
    }

    /// A complaint must come where a promise is broken: a check that cannot fail proves nothing.
    @Test func complaintsAreKept() throws {
        let trial = try Trial(program: builtProgram)
        trial.expect(try trial.run("--version"), says: "no such words", status: 7)
        #expect(trial.complaints.count == 2)
    }
}
