package org.tipstats.validate.forms;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;

/** The findings of a report as notes, one note for each line, in the order of the lines. */
final class LineNotes {

    /** The most severe severity and the sentences of the findings on a line. */
    record Note(Severity severity, String text) {}

    private final FindingQueue findings;
    private final Sentences sentences;
    private String opening;

    /** @param opening a sentence at the start of the first note, or null */
    LineNotes(Iterator<Finding> findings, Sentences sentences, String opening) {
        this.findings = new FindingQueue(findings);
        this.sentences = sentences;
        this.opening = opening;
    }

    boolean hasNext() {
        return findings.hasNext();
    }

    /** Returns the line of the next note; null if this note is about the whole file. */
    Integer nextLine() {
        return findings.nextLine();
    }

    /** Takes the remaining findings up to a line and returns them as one note, or null if there is nothing to say. */
    Note upTo(int line) {
        List<Finding> found = findings.upTo(line);
        if (found.isEmpty() && opening == null) {
            return null;
        }
        String text = Stream.concat(
                        Stream.ofNullable(opening),
                        found.stream().map(finding -> sentences.message(finding) + " " + sentences.fix(finding)))
                .collect(Collectors.joining(" | "));
        opening = null;
        return new Note(found.isEmpty() ? Severity.INFORMATION : SheetTexts.mostSevere(found), text);
    }
}
