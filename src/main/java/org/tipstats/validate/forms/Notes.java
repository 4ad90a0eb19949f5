package org.tipstats.validate.forms;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;

/** The findings of a report as notes on lines, in their order. */
final class Notes {

    /** The most severe severity and the sentences of the findings on a line. */
    record Note(Severity severity, String text) {}

    private final FindingQueue findings;
    private final Sentences sentences;

    Notes(Iterator<Finding> findings, Sentences sentences) {
        this.findings = new FindingQueue(findings);
        this.sentences = sentences;
    }

    boolean hasNext() {
        return findings.hasNext();
    }

    /** Returns the line of the next note; null if it is about the whole file. */
    Integer nextLine() {
        return findings.nextLine();
    }

    /** Takes the remaining findings up to a line and returns them as one note, or null if there are none. */
    Note upTo(int line) {
        List<Finding> found = findings.upTo(line);
        if (found.isEmpty()) {
            return null;
        }
        String text = found.stream()
                .map(finding -> sentences.message(finding) + " " + sentences.fix(finding))
                .collect(Collectors.joining(" | "));
        return new Note(SheetTexts.gravest(found), text);
    }
}
