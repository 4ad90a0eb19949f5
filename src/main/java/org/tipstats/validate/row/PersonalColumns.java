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

/** Recognises column names that lists of single persons have. The names are in six languages and some more. */
public final class PersonalColumns {

    private static final Map<String, String> WORDS =
            Bundle.entries(PersonalColumns.class, "personal-columns.properties");
    private static final Set<String> ALWAYS = words("always");
    private static final Set<String> CONTACT = words("contact");
    private static final Set<String> WITHOUT_COUNTS = words("without-counts");
    private static final Set<String> FIGURES = words("figures");
    private static final Set<String> IDENTIFIER = words("identifier");
    private static final Pattern WORD_INSIDE = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    /** A property that a column states about each person. */
    public enum Trait {
        SEX,
        AGE,
        CITIZENSHIP;

        private final Set<String> words = words(name().toLowerCase(Locale.ROOT));

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

    /** Returns whether the name or a part of the name can only concern a single person. */
    public static boolean isPersonal(String header) {
        return hasAny(ALWAYS, header);
    }

    /** Returns whether the name concerns a single person if the table has no figures. */
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

    private static boolean hasAny(Set<String> words, String header) {
        String padded = " " + CellText.fold(WORD_INSIDE.matcher(header).replaceAll(" ")) + " ";
        for (String word : words) {
            if (contains(padded, word)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a text with a blank at both ends has a word; in Chinese also within other words. */
    private static boolean contains(String padded, String word) {
        boolean withoutBlanks = Character.isIdeographic(word.codePointAt(0));
        for (int at = padded.indexOf(word); at >= 0; at = padded.indexOf(word, at + 1)) {
            if (withoutBlanks || (padded.charAt(at - 1) == ' ' && padded.charAt(at + word.length()) == ' ')) {
                return true;
            }
        }
        return false;
    }
}
