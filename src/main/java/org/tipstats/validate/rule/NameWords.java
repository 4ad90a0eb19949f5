package org.tipstats.validate.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.validate.findings.Texts;

/** What is known of the words in names, in the languages of those who report: from {@code name-words.properties}. */
final class NameWords {

    private static final Map<String, String> LISTS = Texts.load(NameWords.class, "name-words.properties");
    private static final Set<String> LINK = words("link");
    private static final Map<String, String> SAME = same();
    private static final Set<String> COMMON = words("common");
    private static final Set<String> GENERIC = words("generic");
    private static final Set<String> NOT = words("not");
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
        Set<String> names = new HashSet<>();
        for (String name : LISTS.get("nothing").split(";")) {
            names.add(NameForm.fold(name));
        }
        return names;
    }

    /** The word that stands for this one and all that mean the same. */
    static String usual(String word) {
        return SAME.getOrDefault(word, word);
    }

    /** The words that tell something, each once and in its usual form, in the order of the alphabet. */
    static List<String> telling(List<String> words) {
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

    /** Whether many names have the word. */
    static boolean isCommon(String word) {
        return COMMON.contains(word) || COMMON.contains(usual(word));
    }

    /** Whether the word adds nothing to the names beside it. */
    static boolean isIdle(String word) {
        return LINK.contains(word) || isCommon(word);
    }

    /** Whether the words stand in the names of so many codes that alone they lead to none. */
    static boolean areGeneric(List<String> words) {
        return words.stream()
                .allMatch(word -> LINK.contains(word) || GENERIC.contains(word) || GENERIC.contains(usual(word)));
    }

    /** Whether the word is one letter of an alphabet and no word of its own. */
    static boolean isInitial(String word) {
        return word.length() == 1 && !LINK.contains(word) && !Character.isIdeographic(word.charAt(0));
    }

    /** Whether a text with these words is not about what it names. */
    static boolean turned(List<String> words) {
        return words.stream().anyMatch(NOT::contains);
    }

    /** Whether the words, in their order, are known to name no code. */
    static boolean nameNothing(List<String> words) {
        return NOTHING.contains(words.size() == 1 ? words.get(0) : String.join(" ", words));
    }

    /** What may follow a name directly, without a blank. */
    static List<String> after() {
        return AFTER;
    }
}
