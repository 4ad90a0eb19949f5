package org.tipstats.validate.row;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.names.CellText;

/** Recognises column names that only lists of single persons have. The names are in six languages. */
public final class PersonalColumns {

    private static final Map<String, String> WORDS =
            Bundle.entries(PersonalColumns.class, "personal-columns.properties");
    private static final Set<String> ALWAYS = words("always");
    private static final Set<String> WITHOUT_COUNTS = words("without-counts");
    private static final Set<String> FIGURES = words("figures");

    private PersonalColumns() {}

    private static Set<String> words(String key) {
        return Arrays.stream(WORDS.getOrDefault(key, "").split(";"))
                .map(CellText::fold)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns whether the name or a part of the name can only concern a single person. */
    public static boolean isPersonal(String header) {
        String folded = CellText.fold(header);
        return ALWAYS.stream().anyMatch(word -> contains(folded, word));
    }

    /** Returns whether the name concerns a single person if the table has no counts. */
    public static boolean isPersonalWithoutCounts(String header) {
        return WITHOUT_COUNTS.contains(CellText.fold(header));
    }

    /** Returns whether numbers in a column with this name describe a person and are not counts. */
    public static boolean isFigure(String header) {
        List<String> words = List.of(CellText.fold(header).split(" "));
        return words.stream().anyMatch(FIGURES::contains);
    }

    private static boolean contains(String folded, String word) {
        boolean withoutBlanks = Character.isIdeographic(word.codePointAt(0));
        return withoutBlanks ? folded.contains(word) : (" " + folded + " ").contains(" " + word + " ");
    }
}
