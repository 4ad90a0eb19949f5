package org.tipstats.vocabulary.names;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/**
 * The words of lists of single cases: names of columns, and words for codes. All words are in the form of {@link
 * CellText#fold}, so that another program that folds its texts in this way finds the same words. A text must equal a
 * whole word; nothing is guessed.
 */
public final class CaseWords {

    /** Replaces the code of a word that may mean several codes, or either a code or no answer. */
    public static final String UNCERTAIN = "";

    private static final String UNKNOWN = "_U";
    private static final String TOTAL = "_T";
    private static final Map<String, String> ROLES =
            Map.of("sex", "SEX", "age", "AGE", "form", "EXPLOITATION", "citizenship", "CITIZENSHIP", "year", "YEAR");
    private static final String MISSING = "missing";

    private static final Map<String, String> HEADERS = headers();
    private static final Set<String> TOTALS = anyWords(TOTAL);
    private static final Set<String> BLANK = blank();

    private CaseWords() {}

    /**
     * Returns the roles of columns by their names. A role is a dimension, or PERSON, BIRTH_DATE, DATE, YEAR or VICTIM.
     */
    public static Map<String, String> columns() {
        return HEADERS;
    }

    /** Returns the words for an unknown value, such as "n/a" and "unknown". */
    public static Set<String> blanks() {
        return BLANK;
    }

    /** Returns the words for a total. A row with such a word does not describe a person. */
    public static Set<String> totals() {
        return TOTALS;
    }

    /**
     * Returns the code for each word of a dimension; for VICTIM, the codes are Y and N. If a word occurs several times,
     * names of codes have priority, then aliases of codes, then words of national statistics, then words of case files.
     * The code is {@link #UNCERTAIN} if the word may mean several codes, or either a code or no answer: NA may be
     * Namibia or "not available".
     *
     * @param component the id of the dimension, such as {@code SEX}
     * @param list its codes; null if the component has no code list
     */
    public static Map<String, String> codes(String component, CodeList list) {
        Levels levels = new Levels();
        if (list != null) {
            list.codes().forEach(code -> addNames(code, levels));
            levels.next();
            list.codes()
                    .forEach(code -> code.annotation("ALIASES").stream()
                            .flatMap(aliases -> Stream.of(aliases.split(";")))
                            .forEach(alias -> levels.add(alias, code.id())));
            levels.next();
        }
        NationalWords.all()
                .phrases()
                .forEach((word, matches) -> matches.forEach(match -> {
                    String code = codeOf(match, component, list);
                    if (code != null) {
                        levels.add(word, code);
                    }
                }));
        levels.next();
        for (String[] row : WordList.rows("case-values.csv")) {
            for (String word : row[0].equals(component) ? row[1].split(";") : new String[0]) {
                levels.add(word, row[2]);
            }
        }
        levels.next();
        return levels.all();
    }

    private static void addNames(Code code, Levels levels) {
        levels.add(code.id(), code.id());
        code.name().texts().values().forEach(name -> levels.add(name, code.id()));
        code.annotation("ISO_ALPHA_2").ifPresent(other -> levels.add(other, code.id()));
        code.annotation("M49").ifPresent(other -> levels.add(other, code.id()));
    }

    private static String codeOf(NationalWords.Match match, String component, CodeList list) {
        String own = match.codes().get(component);
        String code = own != null ? own : match.codes().get(NationalWords.ANY);
        return code != null && list != null && list.find(code).isPresent() ? code : null;
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        TableWords.all()
                .phrases()
                .forEach((word, kinds) -> kinds.stream()
                        .filter(ROLES::containsKey)
                        .forEach(kind -> headers.put(CellText.fold(word), ROLES.get(kind))));
        for (String[] row : WordList.rows("case-columns.csv")) {
            for (String word : row[2].split(";")) {
                headers.put(CellText.fold(word), row[1]);
            }
        }
        return Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    private static Set<String> anyWords(String code) {
        Set<String> words = new TreeSet<>();
        NationalWords.all().phrases().forEach((word, matches) -> {
            if (matches.stream().anyMatch(match -> code.equals(match.codes().get(NationalWords.ANY)))) {
                words.add(CellText.fold(word));
            }
        });
        return Collections.unmodifiableSet(words);
    }

    private static Set<String> blank() {
        Set<String> words = new TreeSet<>(anyWords(UNKNOWN));
        TableWords.all().phrases().forEach((word, kinds) -> {
            if (kinds.contains(MISSING)) {
                words.add(CellText.fold(word));
            }
        });
        return Collections.unmodifiableSet(words);
    }

    /** Collects words level by level. If an earlier level has a word, later levels do not change its code. */
    private static final class Levels {

        private final Map<String, String> before = new HashMap<>();
        private final Map<String, String> level = new HashMap<>();

        void add(String word, String code) {
            level.merge(CellText.fold(word), code, (one, other) -> one.equals(other) ? one : UNCERTAIN);
        }

        void next() {
            level.forEach(before::putIfAbsent);
            level.clear();
        }

        Map<String, String> all() {
            Map<String, String> words = new TreeMap<>(before);
            words.remove("");
            words.replaceAll((word, code) -> !code.equals(UNKNOWN) && BLANK.contains(word) ? UNCERTAIN : code);
            return Collections.unmodifiableMap(words);
        }
    }
}
