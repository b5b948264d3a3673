internal import Foundation

/// How disputed votes are: (up + down) to the power of min/max, 1 where all but none agree, all votes where they are even; 0 where one side
/// has none. The formula by which Reddit's published source (`r2/lib/db/_sorts.pyx`) sorts.
package func voteControversy(up: Int, down: Int) -> Double {
    guard up > 0, down > 0 else { return 0 }
    return pow(Double(up) + Double(down), Double(min(up, down)) / Double(max(up, down)))
}
