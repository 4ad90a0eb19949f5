package org.tipstats.validate.trial;

import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.tipstats.validate.findings.Finding;

/**
 * Pairs the findings of two reports on one file that are of the same rule at the same place. Reads both reports once, in
 * their order, and holds one finding of each.
 */
final class PairedFindings {

    private final Iterator<Finding> first;
    private final Predicate<String> leftOut;
    private final Iterator<Finding> second;

    /** @param leftOut tests by the id of a rule whether findings of the first report are left out */
    PairedFindings(Iterator<Finding> first, Predicate<String> leftOut, Iterator<Finding> second) {
        this.first = first;
        this.leftOut = leftOut;
        this.second = second;
    }

    /** Passes each pair to the consumer. One of the two is null if only the other report has such a finding. */
    void forEach(BiConsumer<Finding, Finding> consumer) {
        Finding before = nextBefore();
        Finding after = next(second);
        while (before != null || after != null) {
            int order = before == null ? 1 : after == null ? -1 : Finding.ORDER_WITHOUT_KEY.compare(before, after);
            consumer.accept(order <= 0 ? before : null, order >= 0 ? after : null);
            before = order <= 0 ? nextBefore() : before;
            after = order >= 0 ? next(second) : after;
        }
    }

    private Finding nextBefore() {
        Finding finding = next(first);
        while (finding != null && leftOut.test(finding.rule())) {
            finding = next(first);
        }
        return finding;
    }

    private static Finding next(Iterator<Finding> findings) {
        return findings.hasNext() ? findings.next() : null;
    }
}
