internal import CSQLite

/// SQLite counts every piece of memory that it takes and gives back, behind a lock. Nobody asks for the figures, and a page costs
/// thousands of pieces: a twelfth of the time to store it. It must be told before it is first used.
enum MemoryStatistics {
    static let areLeftOut: Void = leaveOutMemoryStatistics()
}
