/// Reciprocity against chance, (r − ā)/(1 − ā), ā the share of all possible ordered pairs that are there: D. Garlaschelli and
/// M. I. Loffredo, Physical Review Letters 93 (2004) 268701. 0 as by chance, 1 where all are returned; `nil` where every pair is there.
///
/// - Parameters:
///   - pairs: different ordered pairs of different people.
///   - returned: those of them that are there in both orders.
///   - people: who is in any pair.
package func reciprocityBeyondChance(pairs: Int, returned: Int, people: Int) -> Double? {
    guard pairs > 0, people > 1 else { return nil }
    let chance = Double(pairs) / (Double(people) * Double(people - 1))
    return chance < 1 ? (Double(returned) / Double(pairs) - chance) / (1 - chance) : nil
}
