package org.tipstats.protect.published;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.tipstats.protect.equations.Source;

/**
 * The options of an audit.
 *
 * @param lowerBound the smallest possible withheld count: 1 if zeros are always public, otherwise 0
 * @param largestMasked the largest count that a provider may have masked in a dataflow without a threshold
 * @param truth the true counts, which show if an intruder recovers the true value or a wrong one; may be empty
 * @param revised has a value for each cell that a release revised, including revisions that the published figures do
 *     not show; may be empty
 * @param ignored kinds of knowledge that the intruder must not use; for tests of the audit itself
 */
public record AuditOptions(
        int lowerBound, int largestMasked, CellLookup truth, CellLookup revised, Set<Source> ignored) {

    /** Assumes that zeros are public, that providers mask counts up to 4, and that only published figures are known. */
    public static final AuditOptions DEFAULT = new AuditOptions(1, 4, CellLookup.NONE, CellLookup.NONE, Set.of());

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

    /** Looks up something about a cell that is not published, for example its true count. */
    @FunctionalInterface
    public interface CellLookup {

        /** A lookup that has no value for any cell. */
        CellLookup NONE = (release, table, key) -> OptionalLong.empty();

        /**
         * Returns the value of a cell; empty if it is not known.
         *
         * @param table the id of the dataflow, or the name of the table
         * @param key the text of the key
         */
        OptionalLong find(String release, String table, String key);
    }
}
