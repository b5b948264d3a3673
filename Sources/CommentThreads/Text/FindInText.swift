package import DiscourseModel
package import Markup
import TimeExpressions

/// Finds the comments of a page that is plain text as a crawler leaves it.
///
/// - Parameter reference: when the page was captured; relative times ("3 hours ago") are counted from it.
/// - Returns: `platform` is `text`, or `none` where no comments were found. `claimed` speaks of lines.
package func findComments(inText document: TextDocument, reference: Timestamp?) -> FoundComments {
    let reader = TextCalendar.reader(for: document, reference: reference)
    let whole = LoneWords(document)
    let parted = FusedLines(whole.document, reader: reader)
    let document = parted.document
    var lines = TextLine.read(document, reader: reader)
    for header in parted.headers { lines[header].traits.insert(.opensRecord) }
    for number in parted.numbers { lines[number].traits = .opensRecord }
    for signature in parted.signatures { lines[signature].traits.insert(.signsRecord) }
    let quotes = QuoteBlocks(document: document, lines: &lines)
    var section = TextSection(document: document, lines: lines, quotes: quotes)
    if let answers = AnswerRecords(document: document, lines: lines).find() { section.add(answers) }
    let family = section.isEmpty ? AnchorMining(lines: lines).best() : nil
    // One header alone is weak: a list of several records speaks louder.
    if let family, family.anchors.count > 1 {
        section.add(FamilyRecords(document: document, lines: lines, family: family))
    }
    if section.isEmpty, let list = BulletRecords(document: document, lines: lines).best(), list.records.count > 1 || family == nil { section.add(list) }
    if section.isEmpty, let list = NameLineRecords(document: document, lines: lines).best() { section.add(list) }
    if section.isEmpty, let family { section.add(FamilyRecords(document: document, lines: lines, family: family)) }
    var found = section.finish()
    found.claimed = whole.claimed(parted.claimed(found.claimed))
    return found
}
