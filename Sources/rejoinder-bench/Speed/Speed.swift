internal import ArgumentParser

struct Speed: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "How fast the stages are.")
}
