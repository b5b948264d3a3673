// swift-tools-version: 6.1
import PackageDescription

// The floor plan. A room is a target; it may import what stands on its line and nothing else.
// `Tests/HouseTests` holds every file's imports against this table, and
// `swift build --explicit-target-dependency-import-check error` refuses what is not declared.
//
//   floor 0  the nouns, and the module maps of the C libraries
//   floor 1  instruments: they know no stage
//   floor 2  stages: pure functions of values; a stage never imports a stage
//   floor 3  what is kept and what is shown
//   floor 4  the one place where the stages stand in a row
//   roof     the commands
struct Room {
    let floor: Int, name: String, imports: [String]
    var packages: [Target.Dependency] = []
    init(_ floor: Int, _ name: String, _ imports: [String] = [], packages: [Target.Dependency] = []) {
        (self.floor, self.name, self.imports, self.packages) = (floor, name, imports, packages)
    }
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let tomlKit = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let stages = ["PageReading", "CommentThreads", "ArticleExtraction", "PatternTagging", "ThreadMeasures", "CorpusMeasures", "Coding"]

let rooms = [
    Room(0, "DiscourseModel"),

    Room(1, "Digest", ["CSHA256"]),
    Room(1, "Markup", ["CLibXML2"]),
    Room(1, "PatternMatching", ["CPCRE2"]),
    Room(1, "TimeExpressions", ["DiscourseModel"]),
    Room(1, "LanguageIdentification"),
    Room(1, "Charts"),
    Room(1, "BuiltIn"),
    Room(1, "Statistics"),

    Room(2, "PageReading", ["DiscourseModel", "Digest", "Markup", "CUchardet", "CZlib", "CZstd", "CBzip2", "CLZMA", "CBrotli"]),
    Room(2, "CommentThreads", ["DiscourseModel", "Markup", "TimeExpressions"]),
    Room(2, "ArticleExtraction", ["DiscourseModel", "Markup", "TimeExpressions", "LanguageIdentification"]),
    Room(2, "PatternTagging", ["DiscourseModel", "PatternMatching", "LanguageIdentification"], packages: [tomlKit]),
    Room(2, "ThreadMeasures", ["DiscourseModel", "LanguageIdentification", "Statistics"]),
    Room(2, "Coding", ["DiscourseModel", "Statistics"]),
    Room(2, "CorpusMeasures", ["DiscourseModel", "LanguageIdentification", "Statistics"]),

    Room(3, "Storage", ["DiscourseModel", "CSQLite"], packages: [grdb, sqlite]),
    Room(3, "Reporting", ["DiscourseModel", "Charts", "Digest"]),
    Room(3, "Exchange", ["DiscourseModel", "TimeExpressions"]),

    Room(4, "Pipeline", ["DiscourseModel", "Digest", "Markup", "BuiltIn"] + stages + ["Storage", "Reporting", "Exchange"]),
]

/// System libraries: target, pkg-config name where there is one, Debian package.
let systemLibraries: [(String, String?, String)] = [
    ("CLibXML2", "libxml-2.0", "libxml2-dev"),
    ("CPCRE2", "libpcre2-8", "libpcre2-dev"),
    ("CSQLite", "sqlite3", "libsqlite3-dev"),
    ("CUchardet", "uchardet", "libuchardet-dev"),
    ("CZlib", "zlib", "zlib1g-dev"),
    ("CZstd", "libzstd", "libzstd-dev"),
    ("CBzip2", nil, "libbz2-dev"),
    ("CLZMA", "liblzma", "liblzma-dev"),
    ("CBrotli", "libbrotlidec", "libbrotli-dev"),
]

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The Swift library is linked into what is released: the program runs where there is no Swift, and a tenth faster.
/// With a toolchain that comes without `swift_static`, set REJOINDER_SHARED_SWIFT=1.
let swiftInside: [LinkerSetting] = Context.environment["REJOINDER_SHARED_SWIFT"] != nil ? [] : [
    .unsafeFlags(
        ["-static-stdlib"] + ["CoreFoundation", "_FoundationCShims", "_FoundationCollections", "_FoundationICU", "stdc++"].map { "-l" + $0 },
        .when(platforms: [.linux], configuration: .release))
]

func dependencies(_ names: [String]) -> [Target.Dependency] { names.map { .target(name: $0) } }

let roof = ["Pipeline", "DiscourseModel", "BuiltIn", "Digest", "Statistics"] + stages + ["Storage", "Reporting", "Exchange"]

let package = Package(
    name: "rejoinder",
    products: [.executable(name: "rejoinder", targets: ["rejoinder"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets:
        [
            // `Patterns/`, the templates and the sample page are compiled in, so that the program works from any folder.
            .executableTarget(name: "embed-files", swiftSettings: settings),
            .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"], path: "Sources/EmbedFiles"),
        ]
        // The one target in C: instructions of the processor that Swift has no name for.
        + [.target(name: "CSHA256")]
        + systemLibraries.map { .systemLibrary(name: $0.0, pkgConfig: $0.1, providers: [.apt([$0.2])]) }
        + rooms.map { room in
            .target(name: room.name, dependencies: dependencies(room.imports) + room.packages, swiftSettings: settings,
                plugins: room.name == "BuiltIn" ? ["EmbedFiles"] : [])
        }
        + [
            .executableTarget(name: "rejoinder", dependencies: dependencies(roof) + [argumentParser, tomlKit], swiftSettings: settings,
                linkerSettings: swiftInside),
            // Quality and speed figures of the project itself.
            .executableTarget(name: "rejoinder-bench", dependencies: dependencies(roof + ["Markup", "PatternMatching"]) + [argumentParser], swiftSettings: settings,
                linkerSettings: swiftInside),
        ]
        + rooms.map { room in
            .testTarget(
                name: room.name + "Tests", dependencies: dependencies([room.name] + room.imports) + room.packages,
                exclude: room.name == "Reporting" ? ["Golden"] : [], swiftSettings: settings)
        }
        + [
            .testTarget(name: "PageTests", dependencies: dependencies(["Pipeline", "Exchange", "DiscourseModel", "PageReading", "Markup"]), exclude: ["Pages"], swiftSettings: settings),
            .testTarget(name: "HouseTests", swiftSettings: settings),
            .target(name: "BuiltProgram", path: "Tests/BuiltProgram", swiftSettings: settings),
            .testTarget(name: "CommandTests", dependencies: ["rejoinder", "BuiltProgram"], swiftSettings: settings),
            // Faults and attacks, against the built program.
            .testTarget(name: "FaultTests", dependencies: ["rejoinder", "BuiltProgram"] + dependencies(["Pipeline", "DiscourseModel", "PageReading", "Markup", "Storage"]) + [grdb], exclude: ["Shim"], swiftSettings: settings),
            .testTarget(name: "HostileTests", dependencies: ["rejoinder", "BuiltProgram", tomlKit] + dependencies(["Pipeline", "DiscourseModel", "PageReading", "PatternTagging"]), swiftSettings: settings),
            .testTarget(name: "QualityTests", dependencies: ["rejoinder-bench"], swiftSettings: settings),
        ]
        // Only in a build made for it: Tests/Fuzz/README.md.
        + (Context.environment["REJOINDER_FUZZ"] == nil ? [] : [
            .executableTarget(
                name: "fuzz", dependencies: dependencies(["ArticleExtraction", "CommentThreads", "DiscourseModel", "PageReading", "PatternTagging"]),
                path: "Tests/Fuzz", exclude: ["README.md", "run", "Seeds", "words.txt"], swiftSettings: settings),
        ])
)
