package org.tipstats.mapping.count;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.mapping.meaning.AgeRange;
import org.tipstats.vocabulary.names.CaseWords;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Code;

/** Finds the codes of one dimension for the words and ages in a list of cases. */
final class CaseCodes {

    private static final Pattern AGE = Pattern.compile("(\\d{1,3})(?:[.,]\\d+)?");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})\\s*[-\u2013\u2014]\\s*(\\d{1,3})");
    private static final Pattern BELOW = Pattern.compile("(<=|<|\u2264)\\s*(\\d{1,3})");
    private static final Pattern ABOVE = Pattern.compile("(>=|>|\u2265)\\s*(\\d{1,3})|(\\d{1,3})\\s*\\+");
    private static final int OLDEST = 120;
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final String SEX = "SEX";
    private static final String MALE = CellText.fold("M");
    /** The letters that stand for men in languages in which M stands for women: hombre, varón. */
    private static final Set<String> MEN = Set.of(CellText.fold("H"), CellText.fold("V"));

    private final CaseField field;
    private final Map<String, String> words;
    private final boolean isLetterGiven;
    private final Map<String, AgeRange> ages = new TreeMap<>();

    /**
     * @param own the code of the reporting area. Its nationals have this code.
     * @param given the codes of words in the mapping
     */
    CaseCodes(CaseField field, String own, Map<String, String> given) {
        this.field = field;
        this.words = words(field, given);
        this.isLetterGiven = given.keySet().stream().map(CellText::fold).anyMatch(MALE::equals);
        field.codes()
                .first(code ->
                        code.means("NATIONALS") && field.codes().find(own).isPresent())
                .ifPresent(nationals -> words.replaceAll((word, code) -> code.equals(nationals.id()) ? own : code));
        for (Code code : field.isAge() ? field.codes().codes() : List.<Code>of()) {
            AgeRange.parse(code.id()).ifPresent(range -> ages.put(code.id(), range));
        }
    }

    private static Map<String, String> words(CaseField field, Map<String, String> given) {
        Map<String, String> words = new HashMap<>(known(field));
        given.forEach((word, code) -> words.put(CellText.fold(word), code));
        return words;
    }

    /**
     * Returns the code of each known word of a dimension. For ages, leaves out words without a letter: they are
     * numbers.
     */
    static Map<String, String> known(CaseField field) {
        Map<String, String> known = new TreeMap<>(CaseWords.codes(field.id(), field.codes()));
        if (field.isAge()) {
            known.keySet().removeIf(word -> !LETTER.matcher(word).find());
        }
        return known;
    }

    /** Returns the age ranges by code. */
    Map<String, AgeRange> ages() {
        return ages;
    }

    /**
     * Reads a cell in advance. If the column of sexes has H or V for men, M gets no code, because M may mean mujer. A
     * code for M in the mapping stays valid.
     */
    void watch(String cell) {
        if (field.id().equals(SEX) && !isLetterGiven && MEN.contains(CellText.fold(cell))) {
            words.put(MALE, CaseWords.UNCERTAIN);
        }
    }

    /** Returns the code of a text; null if it is not known. */
    String code(String text) {
        String word = words.get(CellText.fold(text));
        if (word != null) {
            return word.equals(CaseWords.UNCERTAIN) ? null : word;
        }
        return field.isAge() ? range(CaseText.plain(text)).flatMap(this::ofAge).orElse(null) : null;
    }

    /** Returns whether a text means that nothing is known. False if the text is also a word for a code. */
    boolean isBlank(String text) {
        return CaseText.isBlank(text) && !words.containsKey(CellText.fold(text));
    }

    /** Returns the narrowest code that contains an age or a range of ages. */
    Optional<String> ofAge(AgeRange age) {
        String best = null;
        for (Map.Entry<String, AgeRange> each : ages.entrySet()) {
            if (each.getValue().contains(age) && (best == null || ages.get(best).contains(each.getValue()))) {
                best = each.getKey();
            }
        }
        return Optional.ofNullable(best);
    }

    private static Optional<AgeRange> range(String text) {
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            return range(age.group(1), age.group(1));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return range(range.group(1), range.group(2));
        }
        Matcher below = BELOW.matcher(text);
        if (below.matches()) {
            int end = Integer.parseInt(below.group(2)) - (below.group(1).equals("<") ? 1 : 0);
            return end < 0 ? Optional.empty() : range("0", Integer.toString(end));
        }
        Matcher above = ABOVE.matcher(text);
        if (above.matches()) {
            boolean plus = above.group(3) != null;
            int first = Integer.parseInt(above.group(plus ? 3 : 2)) + (">".equals(above.group(1)) ? 1 : 0);
            return first > OLDEST ? Optional.empty() : Optional.of(new AgeRange(first, AgeRange.OPEN));
        }
        return Optional.empty();
    }

    private static Optional<AgeRange> range(String first, String last) {
        AgeRange range = new AgeRange(Integer.parseInt(first), Integer.parseInt(last));
        return range.first() <= range.last() && range.last() <= OLDEST ? Optional.of(range) : Optional.empty();
    }
}
