package org.tipstats.mapping.meaning;

import java.util.Collection;
import java.util.Optional;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/** Finds the age group of a code list that an age group of a table belongs to. */
public final class AgeGroups {

    private AgeGroups() {}

    /**
     * Returns the smallest code whose ages contain the group, and that no other group of the table crosses. If the
     * table also has 0 to 14, a group of 15 to 17 belongs to 0 to 17 and not to 12 to 17.
     *
     * @param all all groups of the table
     */
    public static Optional<String> code(AgeRange group, Collection<AgeRange> all, CodeList list) {
        String smallest = null;
        AgeRange found = null;
        for (Code code : list.codes()) {
            AgeRange own = AgeRange.parse(code.id()).orElse(null);
            boolean fits = own != null
                    && own.contains(group)
                    && all.stream()
                            .allMatch(other -> own.contains(other) || other.contains(own) || !own.overlaps(other));
            if (fits && (found == null || found.contains(own))) {
                smallest = code.id();
                found = own;
            }
        }
        return Optional.ofNullable(smallest);
    }
}
