package org.tipstats.protect.intruder;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * The options of an audit.
 *
 * @param lowerBound the smallest possible withheld count: 1 if zeros are always public, otherwise 0
 * @param largestMasked the largest possible count that a provider masked, if its dataflow has no threshold
 * @param truth the true counts; the audit uses them to separate correctly recovered values from values that an intruder
 *     would wrongly believe; may be empty
 * @param revised has a value for each cell that was revised in a release, whether or not the published figures show the
 *     revision; may be empty
 * @param ignored kinds of knowledge that the intruder must not use; for tests of the audit itself
 */
public record AuditOptions(
        int lowerBound, int largestMasked, CellLookup truth, CellLookup revised, Set<Source> ignored) {

    /** Zeros are public, providers mask counts up to 4, and only the published figures are known. */
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
