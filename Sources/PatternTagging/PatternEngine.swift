internal import PatternMatching

/// The library that matches patterns, and whether it compiles them to machine code.
package func patternEngine() -> (version: String, hasJIT: Bool) { (EngineVersion.current.version, EngineVersion.current.hasJIT) }
