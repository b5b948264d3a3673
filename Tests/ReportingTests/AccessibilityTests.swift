import DiscourseModel
import Foundation
import Testing

@testable import Reporting

/// The reports in a real browser: headings in order, names for what has none, tables for what charts show, contrast in light and dark.
@Suite(.enabled(if: Browser.path != nil, "no Chromium or Chrome is here to open the reports in"), .serialized)
struct AccessibilityTests {
    @Test func theReportOfADiscussion() throws {
        var page = samplePage()
        page.page.source = "accessible.html"
        try expectNoFaults(try report().render(page, record: "{}"))
    }

    @Test func anArticleWithoutComments() throws {
        try expectNoFaults(try report().render(PageMaker(title: "Tide table changed", blocks: [Block(kind: .paragraph, text: "High water is at noon.")]).made()))
    }

    @Test func theIndex() throws {
        let pages = [samplePage(), samplePage()]
        let entries = pages.enumerated().map { IndexEntry($0.element, id: "a\($0.offset + 1)", file: "a\($0.offset + 1).html") }
        var corpus = IndexCorpus()
        corpus.phrases = [CorpusPhrase(words: "give it back to us", comments: [], authors: 3, articles: 2)]
        let changes = IndexChanges(lines: ["a2 is new"], before: .init(base: 10, comments: ["theme/one": 2]), now: .init(base: 20, comments: ["theme/one": 9]))
        try expectNoFaults(IndexReport(templates: try templates()).render(entries, sets: pages[0].patternSets, corpus: corpus, changes: changes))
    }

    /// A checker that finds nothing would find nothing wrong.
    @Test func theCheckerFindsFaults() throws {
        let faulty = """
            <!DOCTYPE html><html><head><title></title></head><body style="background:#fff"><h2>x</h2><h4>y</h4><p style="color:#aaa">pale words</p>
            <img src="data:,"><a href="#nowhere"></a><table><tr><td>1</td></tr></table><select></select><svg class="timebars"></svg>
            <i id="twice"></i><i id="twice"></i><script>\(checker)</script></body></html>
            """
        let found = try Browser.faults(faulty)
        for fault in ["language", "title", "one h1", "h4 follows h2", "contrast", "without alt", "link leads nowhere", "without a name", "without a caption", "without th", "without a label", "chart without a table", "id twice"] {
            #expect(found.contains { $0.contains(fault) }, "\(fault)")
        }
    }

    private func expectNoFaults(_ html: String) throws {
        let faults = try Browser.faults(html)
        #expect(faults.isEmpty, "\(faults.prefix(12).joined(separator: "\n"))")
    }

    /// The shipped templates, the checker behind the report's own script: the page's policy allows no other.
    private func templates() throws -> ReportTemplates {
        let folder = top.appending(path: "Reports/Templates")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try ReportTemplates(files: names.map { name in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return (name, name == "report.js" ? text + checker : text)
        })
    }

    private func report() throws -> HTMLReport { HTMLReport(templates: try templates()) }
}

private enum Browser {
    static let path: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].lazy.flatMap { name in folders.map { $0 + "/" + name } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    struct NoAnswer: Error, CustomStringConvertible { var description: String }

    /// Opens a page that holds the checker, and reads what it found.
    static func faults(_ html: String) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "accessibility-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "page.html"), shown = folder.appending(path: "shown.html")
        try html.write(to: file, atomically: true, encoding: .utf8)
        _ = FileManager.default.createFile(atPath: shown.path, contents: nil)
        let process = Process()
        process.executableURL = URL(filePath: path ?? "")
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1280,900", "--user-data-dir=\(folder.path)/profile",
            "--virtual-time-budget=3000", "--timeout=60000", "--dump-dom", file.absoluteString,
        ]
        process.standardOutput = try FileHandle(forWritingTo: shown)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let dom = try String(contentsOf: shown, encoding: .utf8)
        guard let start = dom.range(of: "<pre id=\"faults\">"), let end = dom.range(of: "</pre>", range: start.upperBound..<dom.endIndex) else {
            throw NoAnswer(description: "the browser ended with \(process.terminationStatus) and did not run the checker; it showed \(dom.utf8.count) bytes")
        }
        return dom[start.upperBound..<end.lowerBound].split(separator: "\n").map(String.init)
    }
}

/// Writes a line a fault into `#faults`. Contrast: at least 4.5 : 1, 3 : 1 for large type (WCAG 2.2, 1.4.3), in both themes.
private let checker = #"""
    ;(() => {
      const faults = new Set(), all = selector => [...document.querySelectorAll(selector)];
      const told = element => element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") + (element.getAttribute("class") ? "." + element.getAttribute("class").trim().replace(/\s+/g, ".") : "") + " " + (element.textContent || "").trim().slice(0, 30);
      const fault = (what, element) => faults.add(what + (element ? ": " + told(element).replace(/\s+/g, " ") : ""));
      if (!document.documentElement.lang) fault("no language");
      if (!document.title) fault("no title");
      if (all("h1").length !== 1) fault("not one h1");
      let level = 0;
      for (const head of all("h1, h2, h3, h4, h5, h6")) { const own = Number(head.tagName[1]); if (own > level + 1) fault(`h${own} follows h${level}`, head); level = own; if (!head.textContent.trim()) fault("an empty heading", head); }
      const ids = new Set();
      for (const element of all("[id]")) { if (ids.has(element.id)) fault("id twice", element); ids.add(element.id); }
      for (const link of all("a[href^='#']")) if (!document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)))) fault("a link leads nowhere", link);
      for (const name of all("[aria-labelledby]")) if (!document.getElementById(name.getAttribute("aria-labelledby"))) fault("named by nothing", name);
      for (const image of all("img")) if (!image.hasAttribute("alt")) fault("an image without alt", image);
      for (const control of all("a[href], button, summary")) if (!(control.textContent.trim() || control.getAttribute("aria-label") || control.querySelector("title"))) fault("a control without a name", control);
      for (const field of all("input, select, textarea")) if (!field.labels.length && !field.getAttribute("aria-label")) fault("a field without a label", field);
      for (const table of all("table")) {
        if (!table.caption && !table.getAttribute("aria-label") && !(table.closest("details") && table.closest("details").querySelector("summary"))) fault("a table without a caption", table);
        if (!table.querySelector("th")) fault("a table without th", table);
        for (const head of table.querySelectorAll("th")) if (!head.scope) fault("a th without scope", head);
      }
      for (const drawing of all("svg")) if (!drawing.closest("[aria-hidden=true]") && !(drawing.getAttribute("role") && drawing.querySelector("title"))) fault("a drawing without a name", drawing);
      for (const chart of all("svg.histogram, svg.timebars")) if (!(chart.closest("section") && chart.closest("section").querySelector("table"))) fault("a chart without a table", chart);
      // A hidden part is looked at as it will be shown.
      for (const part of all("details")) part.open = true;
      const numbers = text => (text.match(/[-\d.]+(?:e-?\d+)?/g) || []).map(Number);
      const color = text => { const n = numbers(text.replace(/^color\(srgb/, "")); const by = text.startsWith("color(srgb") ? 255 : 1; return { r: n[0] * by, g: n[1] * by, b: n[2] * by, a: n.length > 3 ? n[3] : 1 }; };
      const over = (top, under) => ({ r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1 });
      const luminance = c => { const [r, g, b] = [c.r, c.g, c.b].map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const ratio = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
      // Every ground that a text may stand on: a gradient has several.
      function grounds(element) {
        const layers = [];
        for (let at = element; at; at = at.parentElement) {
          const style = getComputedStyle(at), found = [];
          if (style.backgroundImage !== "none" && getComputedStyle(at).display.startsWith("inline")) for (const part of style.backgroundImage.match(/(?:rgba?|color)\([^)]*\)/g) || []) found.push(color(part));
          const own = color(style.backgroundColor);
          if (own.a > 0) found.push(own);
          if (found.length) layers.push(found);
        }
        let result = [{ r: 255, g: 255, b: 255, a: 1 }];
        for (const layer of layers.reverse()) result = layer.flatMap(top => result.map(under => over(top, under)));
        return result;
      }
      for (const theme of ["light", "dark"]) {
        document.documentElement.dataset.theme = theme;
        const seen = new Set();
        for (const element of all("body *")) {
          if (["script", "style", "option", "title", "desc", "pre"].includes(element.localName)) continue;
          if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
          const style = getComputedStyle(element);
          let opacity = 1;
          for (let at = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
          // What appears on hover alone is looked at as it appears.
          if (element.closest(".ev")) opacity = 1;
          const isDrawn = element.namespaceURI.endsWith("svg");
          const ink = color(isDrawn ? style.fill : style.color), key = [style.color, style.fill, opacity, style.fontSize, element.className, element.parentElement && element.parentElement.className].join("|");
          if (seen.has(key)) continue;
          seen.add(key);
          const size = parseFloat(style.fontSize), least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
          const worst = Math.min(...grounds(element).map(ground => ratio(over({ ...ink, a: ink.a * opacity }, ground), ground)));
          if (worst < least) fault(`contrast ${worst.toFixed(2)} in ${theme}`, element);
        }
      }
      delete document.documentElement.dataset.theme;
      const list = document.createElement("pre");
      list.id = "faults";
      list.textContent = [...faults].join("\n");
      document.body.append(list);
    })();
    """#
