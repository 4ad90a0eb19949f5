package org.tipstats.validate.forms;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.tipstats.validate.findings.Finding;

/** A queue of the findings of a report. Callers take the findings line by line, in the order of the report. */
final class FindingQueue {

    private final Iterator<Finding> findings;
    private Finding next;

    FindingQueue(Iterator<Finding> findings) {
        this.findings = findings;
        advance();
    }

    private void advance() {
        next = findings.hasNext() ? findings.next() : null;
    }

    boolean hasNext() {
        return next != null;
    }

    /** Returns the line of the next finding; null if this finding is about the whole file. */
    Integer nextLine() {
        return next.line();
    }

    /** Returns whether the next finding is about cells of a file that a mapping read. */
    boolean isAboutCells() {
        return !next.cells().isEmpty();
    }

    Finding next() {
        Finding taken = next;
        advance();
        return taken;
    }

    /** Takes and returns the remaining findings up to a line. */
    List<Finding> upTo(int line) {
        if (next == null || next.line() != null && next.line() > line) {
            return List.of();
        }
        List<Finding> taken = new ArrayList<>();
        while (next != null && (next.line() == null || next.line() <= line)) {
            taken.add(next);
            advance();
        }
        return taken;
    }
}
