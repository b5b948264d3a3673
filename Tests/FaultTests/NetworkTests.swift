import Foundation
import Testing

@testable import rejoinder

/// The program asks nothing of any network: no socket is ever made.
@Suite struct NetworkTests {
    @Test(.enabled(if: FaultShim.library != nil && bash != nil, "no C compiler, or no bash")) func noSocketIsMade() throws {
        let library = try #require(FaultShim.library)
        try inTrial { trial in
            let links = "<img src=\"https://ferry.example/pixel.gif\"><link rel=stylesheet href=\"https://ferry.example/x.css\"><script src=\"//ferry.example/x.js\"></script>"
            let entities = "<?xml version=\"1.0\"?><!DOCTYPE html SYSTEM \"http://127.0.0.1:9/x.dtd\" [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>"
            try trial.write(entities + InventedPage.page(links + InventedPage.section(InventedPage.comment(1, "Ida", "See https://ferry.example/ &x;"), InventedPage.comment(2, "Bo", "The bus, then.")), title: "Pier"), to: "page.html")
            try trial.write(InventedPage.warcRecord(1), to: "page.warc")
            let refused = ["LD_PRELOAD": library.path, "REJOINDER_FAULT": "socket:1+"]
            for command in [
                ["analyze", "page.html", "page.warc"], ["analyze", "page.html", "--db", "p.sqlite", "--pseudonymize"], ["report", "-o", "out"], ["show", "a1"], ["list"], ["stats"], ["search", "bus"], ["tag"],
                ["export", "-o", "tables"], ["extract", "page.html"], ["doctor"], ["forget", "Ida"],
            ] {
                let outcome = try trial.run(command, environment: refused)
                #expect(outcome.status == 0 && !outcome.errors.contains("fault: "), "\(command): \(outcome.errors.suffix(300))")
            }
            // What makes one is told.
            let said = try trial.shell("LD_PRELOAD='\(library.path)' REJOINDER_FAULT=socket:1+ \(Self.bash?.path ?? "") -c 'exec 3<>/dev/tcp/127.0.0.1/9'")
            #expect(said.output.contains("fault: socket:1"), "the test sees what it looks for: \(said.output)")
        }
    }

    private static let bash = ["/bin/bash", "/usr/bin/bash"].first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(filePath: $0) }
}
