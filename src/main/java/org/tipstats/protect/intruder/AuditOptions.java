package org.tipstats.protect.intruder;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * How an audit is done.
 *
 * @param lowerBound the least that a withheld count can be: 1 where zeros are always public, else 0
 * @param largestMasked the most that a count can be whose provider masked it, where its dataflow says no threshold
 * @param truth true counts, which tell what is recovered from what an intruder would only believe; may know nothing
 * @param revised the cells that were revised in a release, whether that shows or not: it has a value for those; may
 *     know nothing
 * @param ignored knowledge that the intruder is not to use; for tests of the audit itself
 */
public record AuditOptions(
        int lowerBound, int largestMasked, CellLookup truth, CellLookup revised, Set<Source> ignored) {

    /** Zeros are public, providers mask counts up to 4, nothing is known beyond what is published. */
    public static final AuditOptions DEFAULT =
            new AuditOptions(1, 4, CellLookup.NONE, CellLookup.NONE, EnumSet.noneOf(Source.class));

    public AuditOptions {
        if (lowerBound < 0 || largestMasked < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
        Objects.requireNonNull(truth, "truth");
        Objects.requireNonNull(revised, "revised");
        ignored = Set.copyOf(ignored);
    }

    public AuditOptions withLowerBound(int bound) {
        return new AuditOptions(bound, largestMasked, truth, revised, ignored);
    }

    public AuditOptions withLargestMasked(int count) {
        return new AuditOptions(lowerBound, count, truth, revised, ignored);
    }

    public AuditOptions withTruth(CellLookup counts) {
        return new AuditOptions(lowerBound, largestMasked, counts, revised, ignored);
    }

    public AuditOptions withRevised(CellLookup cells) {
        return new AuditOptions(lowerBound, largestMasked, truth, cells, ignored);
    }

    AuditOptions without(Source source) {
        EnumSet<Source> more = EnumSet.of(source);
        more.addAll(ignored);
        return new AuditOptions(lowerBound, largestMasked, truth, revised, more);
    }
}
