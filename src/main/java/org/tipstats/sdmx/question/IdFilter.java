package org.tipstats.sdmx.question;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The requested ids.
 *
 * @param ids the ids; empty means all
 */
public record IdFilter(Set<String> ids) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_@$\\-.]{1,200}");

    /** Parses a segment of a path; 400 if it contains an invalid id. */
    public static IdFilter of(String what, String text, String separator) {
        List<String> words = StructureQuery.list(text, separator);
        for (String word : words) {
            if (!word.equals("*") && !ID.matcher(word).matches()) {
                throw SdmxProblems.syntax(what, word, "This is not an id.");
            }
        }
        return new IdFilter(words.contains("all") || words.contains("*") ? Set.of() : Set.copyOf(words));
    }

    public boolean wants(String id) {
        return ids.isEmpty() || ids.contains(id);
    }
}
