import Foundation
import Synchronization
import Testing

@testable import rejoinder

/// Reports in a real browser: nothing that came from a page runs, and nothing is asked of the network.
@Suite struct BrowserTests {
    static let browser = installed("chromium", "chromium-browser", "google-chrome")

    /// Each marks the page's root, its title and the listener, by every road that markup offers.
    private static func payloads(_ port: Int) -> [String] {
        let mark = "document.documentElement.setAttribute('data-owned','1');document.title='owned';fetch('http://127.0.0.1:\(port)/js')"
        let url = "http://127.0.0.1:\(port)"
        return [
            "<script>\(mark)</script>", "</script><script>\(mark)</script>", "</style><script>\(mark)</script>", "</title><script>\(mark)</script>", "</textarea><script>\(mark)</script>", "--><script>\(mark)</script>",
            "]]><script>\(mark)</script>", "<img src=x onerror=\"\(mark)\">", "\"><img src=x onerror=\"\(mark)\">", "'><svg onload=\"\(mark)\">", "\" autofocus onfocus=\"\(mark)\" x=\"", "' onmouseover='\(mark)' x='",
            "<details open ontoggle=\"\(mark)\">", "<video><source onerror=\"\(mark)\"></video>", "<body onload=\"\(mark)\">", "<iframe srcdoc=\"<script>parent.\(mark)</script>\"></iframe>", "<iframe src=\"javascript:parent.\(mark)\"></iframe>",
            "<object data=\"\(url)/object\"></object>", "<embed src=\"\(url)/embed\">", "<link rel=stylesheet href=\"\(url)/css\">", "<style>@import '\(url)/import';body{background:url(\(url)/css)}</style>", "<img src=\"\(url)/img\" srcset=\"\(url)/set 2x\">",
            "<base href=\"\(url)/\">", "<meta http-equiv=refresh content=\"0;url=\(url)/refresh\">", "<form action=\"\(url)/form\"><button autofocus>x</button></form>", "<a href=\"javascript:\(mark)\" ping=\"\(url)/ping\">x</a>", "<a href=\"JaVa&#10;ScRiPt&colon;\(mark)\">x</a>",
            "<math><mtext></p><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=\(mark)&gt;\">", "<svg><script>\(mark)</script></svg>", "<svg><use href=\"\(url)/use#x\"/></svg>", "<noscript><p title=\"</noscript><img src=x onerror=\(mark)>\">",
            "javascript:\(mark)", "{{{title}}}{{>report}}", "<script\u{301}>\(mark)</script>", "<scr\u{0}ipt>\(mark)</scr\u{0}ipt>", "\u{202E}<img src=x onerror=\"\(mark)\">",
        ]
    }

    @Test(.enabled(if: browser != nil, "no Chromium here")) func nothingRunsAndNothingIsFetched() throws {
        let browser = try #require(Self.browser)
        let listener = try #require(Listener())
        let payloads = Self.payloads(listener.port)
        try withProgram { trial in
            for (name, transform) in [("text", HostilePage.escaped), ("markup", { $0 })] as [(String, (String) -> String)] {
                let comments = payloads.enumerated().map { HostilePage.comment("\($0.offset)", name == "text" ? transform($0.element) : "Guest \($0.offset)", "Try no. \($0.offset) \(transform($0.element)) so", parent: $0.offset > 2 ? "1" : nil) }
                let head = "<meta charset=utf-8><meta name=author content=\"\(HostilePage.escaped(payloads[7]))\"><link rel=canonical href=\"https://pier.example/\(name)/&quot;&gt;&lt;img src=x onerror=1&gt;\">"
                try trial.write(HostilePage.page("<section id=\"comments\">\(comments.joined())</section>", head: head, title: HostilePage.escaped(payloads[0])), to: "\(name).html")
            }
            // A pattern file is a stranger's as well: its labels and descriptions are shown.
            let tags = payloads.enumerated().map { number, payload in
                let text = String(String.UnicodeScalarView(payload.replacing("'", with: "\"").unicodeScalars.filter { $0 != "\u{0}" }))
                return "[[tag]]\nid = \"t\(number)\"\nlabel = '''\(text)'''\nabout = '''\(text)'''\nany = ['no. \(number)']\n"
            }
            try trial.write("format = 1\nset = \"mine\"\nkind = \"theme\"\n" + tags.joined(), to: "strange.toml")
            #expect(try trial.run("analyze", "text.html", "markup.html", "--no-report", "--patterns", "strange.toml").status == 0)
            #expect(try trial.run("report", "-o", "out", "--author-names").status == 0)
            for page in ["a1.html", "a2.html", "index.html"] {
                let markup = try trial.text("out/\(page)")
                #expect(markup.contains("default-src"), "\(page) has a policy")
                #expect(page == "index.html" || markup.contains("mine/t0"), "\(page) shows the tags")
                // With the policy, and without it: the markup alone must be inert, too.
                try trial.write(markup.replacing("http-equiv=\"Content-Security-Policy\"", with: "name=\"no-policy\""), to: "out/bare-\(page)")
                for file in [page, "bare-\(page)"] {
                    let dom = try shown(file, by: browser, trial)
                    #expect(!isOwned(dom), "\(file): a script of the page ran")
                    // Text that spells a tag has no `<` in the browser's own writing of it.
                    let tags = dom.lowercased().split(separator: "<").map { $0.prefix { $0 != ">" } }
                    #expect(!tags.contains { $0.contains("href=\"javascript:") }, "\(file): a link runs script")
                    #expect(dom.contains(page == "index.html" ? "a1.html" : "Try no. 0"), "\(file) is shown")
                }
            }
            #expect(try trial.text("out/bare-a1.html").contains("no-policy"), "the policy was found and taken away")
            #expect(listener.connections == 0, "\(listener.connections) requests were made")
            // The same page as it came shows that the test would see a script, and a request.
            try trial.write("<html><body>\(payloads[7])<img src=\"http://127.0.0.1:\(listener.port)/img\"></body></html>", to: "out/control.html")
            #expect(isOwned(try shown("control.html", by: browser, trial)) && listener.connections > 0, "the test sees what it looks for")
        }
    }

    private func isOwned(_ dom: String) -> Bool {
        let root = dom.range(of: "<html").map { dom[$0.upperBound...].prefix { $0 != ">" } } ?? ""
        return root.contains("data-owned") || dom.contains("<title>owned</title>")
    }

    private func shown(_ file: String, by browser: URL, _ trial: Trial) throws -> String {
        let said = try output(of: browser, [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--user-data-dir=\(trial.folder.appending(path: "browser").path)",
            "--virtual-time-budget=2000", "--dump-dom", trial.folder.appending(path: "out/\(file)").absoluteString,
        ], in: trial.folder)
        #expect(!said.isKilled && said.text.contains("<html"), "the browser shows \(file)")
        return said.text
    }
}

/// Counts who connects to a port of this machine.
private final class Listener: Sendable {
    let port: Int
    private let socket: Int32
    private let count = Mutex(0)

    init?() {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &size) == 0 }
        }
        guard isBound else { return nil }
        self.socket = socket
        port = Int(UInt16(bigEndian: address.sin_port))
        let thread = Thread { [self] in
            while true {
                let connection = accept(socket, nil, nil)
                if connection < 0 { return }
                count.withLock { $0 += 1 }
                close(connection)
            }
        }
        thread.start()
    }

    var connections: Int { count.withLock { $0 } }
    deinit { close(socket) }
}
