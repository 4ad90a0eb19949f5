package org.tipstats.validate.row;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.names.CellText;

/**
 * Recognises column names that lists of single persons have. Knows such names in the six languages of the service and
 * in some other languages.
 */
public final class PersonalColumns {

    private static final Map<String, String> WORDS =
            Bundle.entries(PersonalColumns.class, "personal-columns.properties");
    private static final Set<String> ALWAYS = parts("always");
    private static final Set<String> CONTACT = parts("contact");
    private static final Set<String> WITHOUT_COUNTS = words("without-counts");
    private static final Set<String> FIGURES = words("figures");
    private static final Set<String> IDENTIFIER = parts("identifier");
    private static final Pattern WORD_INSIDE = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    /** A property that a column states about each person. */
    public enum Trait {
        SEX,
        AGE,
        CITIZENSHIP;

        private final Set<String> words = parts(name().toLowerCase(Locale.ROOT));

        /** Returns whether the name has a word for this property. */
        public boolean isIn(String header) {
            return hasAny(words, header);
        }
    }

    private PersonalColumns() {}

    private static Set<String> words(String key) {
        return Arrays.stream(WORDS.getOrDefault(key, "").split(";"))
                .map(CellText::fold)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns words with a blank at both ends. Chinese words have no blanks, because they may be parts of other words.
     */
    private static Set<String> parts(String key) {
        return words(key).stream()
                .map(word -> Character.isIdeographic(word.codePointAt(0)) ? word : " " + word + " ")
                .collect(Collectors.toSet());
    }

    /** Returns whether the name or a part of the name can only concern a single person. */
    public static boolean isPersonal(String header) {
        return hasAny(ALWAYS, header);
    }

    /** Returns whether the name, in a table that has no figures, concerns a single person. */
    public static boolean isPersonalWithoutCounts(String header) {
        return WITHOUT_COUNTS.contains(CellText.fold(header)) || isContact(header);
    }

    /** Returns whether the name is about a way to reach somebody. */
    public static boolean isContact(String header) {
        return hasAny(CONTACT, header);
    }

    /** Returns whether the name has a word for the number of a case or of a record. */
    static boolean isIdentifier(String header) {
        return hasAny(IDENTIFIER, header);
    }

    /** Returns whether numbers in a column with this name describe a person and are not counts. */
    public static boolean isFigure(String header) {
        List<String> words = List.of(CellText.fold(header).split(" "));
        return words.stream().anyMatch(FIGURES::contains);
    }

    private static boolean hasAny(Set<String> parts, String header) {
        String padded = " " + CellText.fold(WORD_INSIDE.matcher(header).replaceAll(" ")) + " ";
        return parts.stream().anyMatch(padded::contains);
    }
}
