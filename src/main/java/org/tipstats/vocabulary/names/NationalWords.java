package org.tipstats.vocabulary.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The usual words of national statistics for codes, in many languages: Frauen is the code F of SEX. The file {@code
 * national-words.csv} lists them. Case, punctuation and most accents are ignored.
 */
public final class NationalWords {

    /** Replaces the component of a word such as total or unknown, which has a code in several components. */
    public static final String ANY = "*";

    private static final String EXPLOITATION = "EXPLOITATION";
    private static final String OFFENCE = "OFFENCE";
    private static final String TRAFFICKING = "0204";
    /** The offence code of trafficking for each form of exploitation, by the first part of the form's code. */
    private static final Map<String, String> OFFENCES =
            Map.of("SEX", "02041", "LAB", "02042", "ORG", "02043", "OTH", "02044");

    private static final Map<String, Set<String>> COMPONENTS_WITH = Map.of(
            "_T", Set.of("SEX", "AGE", EXPLOITATION, "CITIZENSHIP", "SUPPORT"),
            "_U", Set.of("SEX", "AGE", EXPLOITATION, "CITIZENSHIP", "VICTIM_STATUS"));

    private static final List<Match> NEGATION = List.of();
    private static final NationalWords ALL = new NationalWords();

    private final Phrases<List<Match>> phrases = new Phrases<>();

    /**
     * A word with its meaning.
     *
     * @param codes the codes by component. Girls has a code of SEX and one of AGE. A form of exploitation also has the
     *     code of OFFENCE. The component is {@link #ANY} for words such as total.
     * @param besideCounterpart the codes of the word if the same table also has its counterpart. Women means adults if
     *     the table has girls, too, and Spanish niños means boys if the table has niñas. Equals {@code codes} for all
     *     other words.
     */
    public record Match(Map<String, String> codes, Map<String, String> besideCounterpart) {

        public Match {
            codes = Collections.unmodifiableMap(new TreeMap<>(codes));
            besideCounterpart = Collections.unmodifiableMap(new TreeMap<>(besideCounterpart));
        }

        private Match of(String component) {
            String code = codes.get(ANY);
            boolean has = code != null && COMPONENTS_WITH.get(code).contains(component);
            Map<String, String> own = has ? Map.of(component, code) : codes;
            return has ? new Match(own, own) : this;
        }
    }

    private NationalWords() {
        for (String[] row : WordList.rows("national-words.csv")) {
            for (String word : row[2].split(";")) {
                add(word, match(row[1], row[3]));
            }
        }
        for (String[] row : WordList.rows("table-words.csv")) {
            for (String word : row[1].equals("not") ? row[2].split(";") : new String[0]) {
                phrases.put(word, present -> present == null ? NEGATION : present);
            }
        }
    }

    private static Match match(String components, String codes) {
        String[] names = parts(components);
        String[] ids = parts(codes);
        Map<String, String> always = new TreeMap<>();
        Map<String, String> beside = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            boolean conditional = names[i].startsWith("(");
            String name = conditional ? names[i].substring(1) : names[i];
            String id = conditional ? ids[i].substring(1) : ids[i];
            beside.put(name, id);
            if (!conditional) {
                always.put(name, id);
            }
        }
        if (always.containsKey(EXPLOITATION) && !always.get(EXPLOITATION).startsWith("_")) {
            String offence = OFFENCES.get(always.get(EXPLOITATION).substring(0, 3));
            always.put(OFFENCE, offence);
            beside.put(OFFENCE, offence);
        }
        return new Match(always, beside);
    }

    /** Splits a text such as SEX+AGE or SEX(+AGE) at the plus. A part in brackets keeps its opening bracket. */
    private static String[] parts(String text) {
        return text.replace("(+", "+(").replace(")", "").split("\\+");
    }

    private void add(String word, Match match) {
        phrases.put(word, present -> {
            List<Match> matches = present == null ? List.of() : present;
            return matches.contains(match)
                    ? matches
                    : Stream.concat(matches.stream(), Stream.of(match)).toList();
        });
    }

    /** Returns the words. They are read only once. */
    public static NationalWords all() {
        return ALL;
    }

    /**
     * Returns the meaning of a text that consists only of one of the words.
     *
     * @param component the id of a dimension or attribute, such as {@code AGE}
     * @return a match that has a code of this component; empty if the text has no such meaning
     */
    public Optional<Match> code(String component, String text) {
        List<Match> matches = phrases.get(WordText.fold(text));
        if (matches == null) {
            return Optional.empty();
        }
        return matches.stream()
                .map(match -> match.of(component))
                .filter(match -> match.codes().containsKey(component))
                .findFirst();
    }

    /**
     * Returns the meaning of a word that has a code of the component only if its counterpart is in the same table, such
     * as Spanish niños with niñas for SEX. Returns empty for all other texts.
     */
    public Optional<Match> codeBeside(String component, String text) {
        return Stream.ofNullable(phrases.get(WordText.fold(text)))
                .flatMap(List::stream)
                .filter(match -> !match.codes().containsKey(component)
                        && match.besideCounterpart().containsKey(component))
                .findFirst();
    }

    /**
     * Returns the meanings of all words in a text, in the order of the text. If words overlap, uses only the longest.
     * A word with several meanings gives several matches. Leaves out the offence of trafficking if the text also names
     * a form of exploitation.
     *
     * @return empty if the text has none of the words, or negates something, as "except children" does
     */
    public List<Match> find(String text) {
        List<Match> found = new ArrayList<>();
        for (Phrases.Span<List<Match>> span : phrases.find(WordText.fold(text))) {
            if (span.meaning().isEmpty()) {
                return List.of();
            }
            found.addAll(span.meaning());
        }
        if (found.stream().anyMatch(match -> match.codes().containsKey(EXPLOITATION))) {
            found.removeIf(match -> TRAFFICKING.equals(match.codes().get(OFFENCE)));
        }
        return List.copyOf(found);
    }

    Phrases<List<Match>> phrases() {
        return phrases;
    }
}
