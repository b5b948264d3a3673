internal import ArgumentParser
internal import DiscourseModel
internal import Foundation
internal import PatternTagging
internal import Pipeline
internal import Reporting
internal import Storage

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the program, its libraries, the settings, the database and the pattern files, and say what to do about each finding.",
        discussion: """
            Nothing is changed. Exit status 1 where something is wrong.

            EXAMPLES:
              rejoinder doctor
              rejoinder doctor --db study.sqlite --patterns Patterns
            """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var patterns: PatternOptions

    /// A line of the report; `advice` where something is to be done.
    private struct Finding {
        enum Standing: String { case fine = "ok", doubtful = "look", wrong = "WRONG" }
        var standing: Standing
        var subject: String
        var words: String
        var advice: String?
    }

    func run() throws {
        var findings = libraries()
        var settings = Settings()
        do {
            settings = try Settings.load()
        } catch let failure as Failure {
            findings.append(Finding(standing: .wrong, subject: "settings", words: failure.message, advice: "correct rejoinder.toml; the defaults are used below"))
        }
        findings += databaseFindings(database.resolvedPath(settings))
        findings.append(patternFinding(settings))
        if let path = settings.overrides { findings.append(overridesFinding(path)) }
        if let folder = settings.templates { findings.append(templatesFinding(folder)) }
        let key = PseudonymKey.path(besides: database.resolvedPath(settings))
        if FileManager.default.fileExists(atPath: key) {
            let problem = PseudonymKey.problem(key)
            findings.append(Finding(standing: problem == nil ? .fine : .wrong, subject: "pseudonyms", words: problem ?? "\(key) is readable by its owner alone", advice: problem == nil ? nil : "chmod 600 \(key)"))
        }
        for finding in findings {
            let pad = { (text: String, width: Int) in text + String(repeating: " ", count: max(0, width - text.count)) }
            Terminal.print(terminalSafeLine("\(pad(finding.standing.rawValue, 5))  \(pad(finding.subject, 11))  \(finding.words)"))
            if let advice = finding.advice { Terminal.print(terminalSafeLine("                    -> \(advice)")) }
        }
        if findings.contains(where: { $0.standing == .wrong }) { throw ExitCode(Failure.Status.checkFailed.rawValue) }
    }

    private func libraries() -> [Finding] {
        let engine = patternEngine()
        var findings = [
            Finding(standing: .fine, subject: "program", words: Rejoinder.configuration.version),
            Finding(standing: .fine, subject: "libxml2", words: htmlLibraryVersion),
            Finding(standing: .fine, subject: "unpacking", words: unpackingLibraryVersions),
            Finding(
                standing: engine.hasJIT ? .fine : .doubtful, subject: "PCRE2", words: "\(engine.version), \(engine.hasJIT ? "with" : "without") machine code (JIT)",
                advice: engine.hasJIT ? nil : "install a PCRE2 built with JIT; tagging takes several times as long without"),
        ]
        do throws(StorageError) {
            let library = try Store.library()
            findings.append(
                Finding(
                    standing: library.missing.isEmpty ? .fine : .wrong, subject: "SQLite",
                    words: library.version + (library.missing.isEmpty ? ", with full-text search" : ", lacks \(library.missing.joined(separator: ", "))"),
                    advice: library.missing.isEmpty ? nil : "install an SQLite built with these"))
        } catch {
            findings.append(Finding(standing: .wrong, subject: "SQLite", words: error.message, advice: error.advice))
        }
        return findings
    }

    private func databaseFindings(_ path: String) -> [Finding] {
        var findings: [Finding] = []
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let size = ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
        if let free = (try? FileManager.default.attributesOfFileSystem(forPath: folder))?[.systemFreeSize] as? Int {
            let needed = max(200 << 20, 2 * size)
            findings.append(
                Finding(
                    standing: free >= needed ? .fine : .doubtful, subject: "disk", words: "\(free >> 20) MiB are free in \(folder)",
                    advice: free >= needed ? nil : "free some space: \(needed >> 20) MiB are wanted (twice the database, which `forget` writes anew)"))
        }
        guard FileManager.default.fileExists(atPath: path) else {
            findings.append(Finding(standing: .fine, subject: "database", words: "\(path) is not there yet; `rejoinder analyze PAGE` makes it"))
            return findings
        }
        do throws(StorageError) {
            let check = try Store(path: path, mode: .readOnly).check()
            findings.append(
                Finding(
                    standing: .fine, subject: "database",
                    words: "\(path): schema \(check.schema), \(check.articles) articles, \(check.comments) comments, \(size >> 10) KiB"))
            for damage in check.damages {
                findings.append(
                    Finding(
                        standing: .wrong, subject: "integrity", words: damage,
                        advice: "restore a copy, or save what can be read: sqlite3 \(path) .recover | sqlite3 recovered.sqlite"))
            }
            if check.damages.isEmpty { findings.append(Finding(standing: .fine, subject: "integrity", words: "every page of the file is sound")) }
            if check.danglingRows > 0 {
                findings.append(
                    Finding(standing: .wrong, subject: "references", words: "\(check.danglingRows) rows point to rows that are not there", advice: "analyze the pages again into a new database with --db, and report this"))
            }
            if let damage = check.searchDamage {
                findings.append(
                    Finding(
                        standing: .wrong, subject: "search", words: "the full-text index does not agree with the comments: \(damage)",
                        advice: "make it anew: sqlite3 \(path) \"INSERT INTO comment_search(comment_search) VALUES('rebuild')\""))
            } else {
                findings.append(
                    Finding(standing: .fine, subject: "search", words: check.isSearchChecked ? "the full-text index agrees with the comments" : "the full-text index was not checked: the file cannot be written"))
            }
        } catch {
            findings.append(Finding(standing: .wrong, subject: "database", words: error.message, advice: error.advice))
        }
        return findings
    }

    private func patternFinding(_ settings: Settings) -> Finding {
        do {
            let layers = try patterns.layers(settings)
            let (library, problems) = try patterns.load(layers, settings)
            let files = layers.joined()
            let errors = problems.filter { $0.severity == .error }
            let tags = library.versions.reduce(0) { $0 + $1.tags.count }
            guard let first = errors.first else {
                return Finding(standing: .fine, subject: "patterns", words: "\(files.count) files with \(tags) tags compile")
            }
            return Finding(
                standing: .wrong, subject: "patterns", words: "\(errors.count) errors, the first: \(first.description.split(separator: "\n").first ?? "")",
                advice: "`rejoinder patterns check` shows each with its place")
        } catch let failure as Failure {
            return Finding(standing: .wrong, subject: "patterns", words: failure.message, advice: "name a folder with --patterns, or mend rejoinder.toml")
        } catch {
            return Finding(standing: .wrong, subject: "patterns", words: "\(error)", advice: "name a folder with --patterns")
        }
    }

    private func overridesFinding(_ path: String) -> Finding {
        do {
            var book = CorrectionBook()
            try Overrides.read(path, into: &book)
            return Finding(standing: .fine, subject: "overrides", words: "\(path) can be read")
        } catch let failure as Failure {
            return Finding(standing: .wrong, subject: "overrides", words: failure.message, advice: "correct the file, or take its line out of rejoinder.toml")
        } catch {
            return Finding(standing: .wrong, subject: "overrides", words: "\(error)", advice: "correct the file, or take its line out of rejoinder.toml")
        }
    }

    private func templatesFinding(_ folder: String) -> Finding {
        do {
            _ = try reportTemplates(folder)
            return Finding(standing: .fine, subject: "templates", words: "\(folder) can be used")
        } catch let failure as Failure {
            return Finding(standing: .wrong, subject: "templates", words: failure.message, advice: "correct them, or take the line out of rejoinder.toml")
        } catch {
            return Finding(standing: .wrong, subject: "templates", words: "\(error)", advice: "correct them, or take the line out of rejoinder.toml")
        }
    }
}
