package org.tipstats.vocabulary.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The special words in names, in the languages of the submitters. The file {@code name-words.properties} lists them.
 */
final class NameWords {

    private static final Map<String, String> LISTS = Bundle.entries(NameWords.class, "name-words.properties");
    private static final Set<String> LINK = words("link");
    private static final Map<String, String> SAME = same();
    private static final Set<String> COMMON = words("common");
    private static final Set<String> GENERIC = words("generic");
    private static final Set<String> NOT = words("not");
    private static final Set<String> MULTIPLE = words("multiple");
    private static final List<String> AFTER =
            Arrays.asList(LISTS.get("after").strip().split("\\s+"));
    private static final Set<String> NOTHING = nothing();

    private NameWords() {}

    private static Set<String> words(String list) {
        return Arrays.stream(LISTS.get(list).strip().split("\\s+"))
                .map(NameForm::fold)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, String> same() {
        Map<String, String> same = new HashMap<>();
        for (String line : LISTS.get("same").split(";")) {
            List<String> words = List.of(NameForm.fold(line).split(" "));
            words.forEach(word -> same.put(word, words.get(0)));
        }
        return same;
    }

    private static Set<String> nothing() {
        return Arrays.stream(LISTS.get("nothing").split(";"))
                .map(NameForm::fold)
                .collect(Collectors.toSet());
    }

    /** Returns the word that represents this word and all its synonyms. */
    static String usual(String word) {
        return SAME.getOrDefault(word, word);
    }

    /** Returns the words without linking words, each once in its usual form, in alphabetical order. */
    static List<String> significant(List<String> words) {
        List<String> telling = new ArrayList<>(words.size());
        for (String word : words) {
            String usual = usual(word);
            if (!LINK.contains(word) && !telling.contains(usual)) {
                telling.add(usual);
            }
        }
        Collections.sort(telling);
        return telling;
    }

    static boolean isLink(String word) {
        return LINK.contains(word);
    }

    /** Returns whether a text in its compared form has a word for thousands or millions. */
    static boolean hasMultiple(String folded) {
        String spaced = " " + folded;
        return MULTIPLE.stream()
                .anyMatch(word -> spaced.contains(Character.isIdeographic(word.codePointAt(0)) ? word : " " + word));
    }

    static boolean isCommon(String word) {
        return COMMON.contains(word) || COMMON.contains(usual(word));
    }

    static boolean isInsignificant(String word) {
        return LINK.contains(word) || isCommon(word);
    }

    /**
     * Returns whether every word is too general: it occurs in the names of so many codes that it cannot identify a
     * code.
     */
    static boolean areGeneric(List<String> words) {
        return words.stream()
                .allMatch(word -> LINK.contains(word) || GENERIC.contains(word) || GENERIC.contains(usual(word)));
    }

    /** Returns whether the word is a single letter that is not a linking word. Ideographs do not count as letters. */
    static boolean isInitial(String word) {
        return word.length() == 1 && !LINK.contains(word) && !Character.isIdeographic(word.charAt(0));
    }

    /** Returns whether any word is a negation. A text with a negation is not about the name in the text. */
    static boolean areNegated(List<String> words) {
        return words.stream().anyMatch(NOT::contains);
    }

    /** Returns whether the words, in this order, are a text such as "not available", which is known to mean no code. */
    static boolean nameNoCode(List<String> words) {
        return NOTHING.contains(words.size() == 1 ? words.get(0) : String.join(" ", words));
    }

    static List<String> suffixes() {
        return AFTER;
    }
}
