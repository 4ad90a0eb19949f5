package org.tipstats.collect.mappings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.tipstats.mapping.saved.MappingDifference;

/**
 * The differences between two versions of a mapping, sorted. Differences of position are ignored.
 *
 * @param from the number of the older version
 * @param to the number of the newer version
 */
public record MappingDiff(String id, int from, int to, List<MappingChange> changes) {

    /**
     * A difference.
     *
     * @param what the part of the mapping, for example {@code word:SEX:Frauen}, {@code column:Anzahl} or {@code unit}
     * @param change {@code added}, {@code removed} or {@code changed}
     * @param old the value before; null if it was added
     * @param now the value after; null if it was removed
     */
    public record MappingChange(
            String what,
            String change,
            String old,
            @JsonProperty("new") String now) {

        private static MappingChange from(MappingDifference difference) {
            String change = difference.before() == null ? "added" : difference.after() == null ? "removed" : "changed";
            return new MappingChange(difference.what(), change, difference.before(), difference.after());
        }
    }

    /** Compares two versions. */
    static MappingDiff between(SavedMapping before, SavedMapping after) {
        return new MappingDiff(after.id(), before.version(), after.version(), changes(before, after));
    }

    /** Returns the differences between two mappings, sorted. */
    public static List<MappingChange> changes(SavedMapping before, SavedMapping after) {
        return MappingDifference.between(before.mapping(), after.mapping()).stream()
                .map(MappingChange::from)
                .toList();
    }
}
