internal import ArgumentParser
internal import DiscourseModel
internal import Pipeline
internal import Reporting
internal import Storage

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a discussion as an indented tree in the terminal, its tags coloured.",
        discussion: """
            EXAMPLES:
              rejoinder show a12
              rejoinder show page.html --color always | less -R
            """)

    @Argument(help: ArgumentHelp("An id as `list` prints it (a12), an address, or the source's path.", valueName: "article")) var article: String
    @Option(help: "Colours: auto, always or never.") var color: ColorChoice = .auto
    @Option(help: "Columns (default: those of the terminal).") var width: Int?
    @Flag(inversion: .prefixedNo, help: "Show a long discussion a screen at a time (PAGER, else less).") var pager = true
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let store = try database.open(Settings.load())
        let id = try find(article, in: store)
        let page = withMeasures(try storing { () throws(StorageError) in try store.load(article: id) })
        let tree = TerminalTree(width: max(30, width ?? Terminal.width), colors: Terminal.usesColor(color))
        Pager.show(tree.render(page), isWanted: pager)
    }
}
