package org.tipstats.report;

import java.util.Iterator;

/** The findings of a report as notes on lines, in their order. */
final class Notes {

    /** What there is to say about a line. */
    record Note(Severity severity, String text) {}

    private final Iterator<Finding> findings;
    private final Sentences sentences;
    private Finding next;

    Notes(Iterator<Finding> findings, Sentences sentences) {
        this.findings = findings;
        this.sentences = sentences;
        advance();
    }

    private void advance() {
        next = findings.hasNext() ? findings.next() : null;
    }

    boolean hasNext() {
        return next != null;
    }

    /** The line of the next note; null for one on the whole file. */
    Integer nextLine() {
        return next.line();
    }

    /** All that is said up to a line and wasn't taken before, or null. */
    Note upTo(int line) {
        Severity gravest = null;
        StringBuilder text = new StringBuilder();
        while (next != null && (next.line() == null || next.line() <= line)) {
            if (gravest == null || next.severity().compareTo(gravest) < 0) {
                gravest = next.severity();
            }
            text.append(text.isEmpty() ? "" : " | ");
            text.append(sentences.message(next)).append(' ').append(sentences.fix(next));
            advance();
        }
        return gravest == null ? null : new Note(gravest, text.toString());
    }
}
