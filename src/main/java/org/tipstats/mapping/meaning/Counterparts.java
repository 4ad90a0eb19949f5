package org.tipstats.mapping.meaning;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.names.NationalWords;
import org.tipstats.vocabulary.names.NationalWords.Match;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Dataflow;

/** Finds words that narrow the meaning of other words of a table. If it has girls, for example, women are adults. */
public final class Counterparts {

    private static final String SEX = "SEX";
    private static final String AGE = "AGE";
    private static final String MINORS = "Y0T17";
    private static final String ADULTS = "Y_GE18";

    /** The longest text that may be a letter and a year. */
    private static final int LONGEST_OF_YEAR = 8;

    static final List<String> SUBJECTS = List.of("victims", "cases", "persons", "convicted", "prosecuted");

    private final Set<String> subjects = new HashSet<>();
    /** The sexes whose minors are a separate group, so that women, for example, are adults. */
    private final Set<String> apart = new HashSet<>();
    /** The sexes whose minors are a part of the whole sex, such as "of which girls" below women of all ages. */
    private final Set<String> among = new HashSet<>();

    private final boolean hasGirls;
    /** The English letter, F or M, of the sex that M means in the tables; empty if this is not clear. */
    private final String letterM;

    private boolean adults;

    /**
     * @param texts the texts of all tables that are read together, in their order
     * @param parts the texts that name parts of a sex, such as girls in a heading under women
     */
    public Counterparts(Collection<String> texts, Set<String> parts) {
        Set<String> within = within(texts);
        this.letterM = letterM(texts);
        this.hasGirls = texts.stream()
                .filter(text -> !parts.contains(text))
                .flatMap(text -> NationalWords.all().find(text).stream())
                .anyMatch(match ->
                        isMinor(match.codes()) && "F".equals(match.codes().get(SEX)));
        for (String text : texts) {
            subjects.addAll(named(text));
            for (Match match : NationalWords.all().find(text)) {
                Map<String, String> codes = addsSex(match) && hasGirls ? match.besideCounterpart() : match.codes();
                if (isMinor(codes) && !parts.contains(text)) {
                    (within.contains(text) ? among : apart).add(codes.get(SEX));
                }
            }
        }
    }

    /** M means women beside H, as in Spanish, and men beside a word for women, or beside codes such as {@code _T}. */
    private static String letterM(Collection<String> all) {
        List<String> texts = all.stream()
                .map(text -> text.length() > LONGEST_OF_YEAR ? text : Periods.without(text))
                .toList();
        boolean codes = Stream.of("_T", "_U", "_O").anyMatch(texts::contains);
        boolean men = texts.stream().anyMatch("H"::equalsIgnoreCase);
        boolean women = texts.stream()
                .anyMatch(text -> NationalWords.all().code(SEX, text).stream()
                        .anyMatch(match ->
                                isSex(match) && "F".equals(match.codes().get(SEX))));
        return codes || women && !men ? "M" : men && !women ? "F" : "";
    }

    /**
     * Returns, for M, the English letter of the sex that M means in the tables, or an empty text if this is not clear.
     * Returns other texts as they are.
     */
    public String letter(String text) {
        return text.equalsIgnoreCase("M") ? letterM : text;
    }

    private static boolean isMinor(Map<String, String> codes) {
        return codes.containsKey(SEX) && MINORS.equals(codes.get(AGE));
    }

    /**
     * Returns the texts that name a part of the women or men above them: "of which girls" below women, and the texts of
     * minors directly after it. Leaves out an "of which" below children or another age. Returns none if an "of which"
     * names women or men, because they are then parts of a total.
     */
    private static Set<String> within(Collection<String> texts) {
        Set<String> within = new HashSet<>();
        boolean hasAdults = false;
        boolean mayContain = false;
        boolean follows = false;
        for (String text : texts) {
            List<Match> matches = NationalWords.all().find(text);
            boolean adults = matches.stream().anyMatch(Counterparts::mayMeanAdults);
            if (TableWords.all().begins("of-which", text)) {
                if (adults) {
                    return Set.of();
                }
                follows = mayContain;
            } else if (!follows || matches.stream().noneMatch(match -> isMinor(match.besideCounterpart()))) {
                hasAdults |= adults;
                mayContain = hasAdults
                        && matches.stream().noneMatch(match -> match.codes().containsKey(AGE));
                follows = false;
            }
            if (follows) {
                within.add(text);
            }
        }
        return within;
    }

    /** Returns whether minors of a sex are named. Their position shows what women and men mean. */
    public boolean hasMinors() {
        return !apart.isEmpty() || !among.isEmpty();
    }

    /** Reads women and men as adults, because the table has minors of both sexes apart from them. */
    public void setAdults() {
        adults = true;
    }

    /** Returns whether a word means minors, of one sex or of both. */
    static boolean isMinor(Match match) {
        return MINORS.equals(match.codes().get(AGE));
    }

    /** Returns whether a word, such as women, means adults only if other words name minors. */
    public static boolean mayMeanAdults(Match match) {
        return match.codes().containsKey(SEX)
                && !match.codes().containsKey(AGE)
                && match.besideCounterpart().containsKey(AGE);
    }

    /** Returns whether a word names one sex and nothing else. */
    static boolean isSex(Match match) {
        return match.codes().keySet().equals(Set.of(SEX))
                && List.of("F", "M").contains(match.codes().get(SEX));
    }

    /** Returns whether a text names the minors of one sex, such as girls. */
    public static boolean namesMinors(String text) {
        return NationalWords.all().find(text).stream().anyMatch(match -> isMinor(match.codes()));
    }

    /** Returns whether a text has a word such as women, which means adults only if other words name minors. */
    public static boolean mayNameAdults(String text) {
        return NationalWords.all().find(text).stream().anyMatch(Counterparts::mayMeanAdults);
    }

    /**
     * Returns whether a text names another subject, although other texts of the tables name the subject of the
     * dataflow.
     */
    public boolean isOtherSubject(Dataflow dataflow, String text) {
        List<String> own = kinds(dataflow.id());
        List<String> named = named(text);
        return own.stream().anyMatch(subjects::contains)
                && !named.isEmpty()
                && own.stream().noneMatch(named::contains);
    }

    /**
     * Returns whether a text names only the subject of the dataflow: victims, for example, but not cases of victims.
     */
    public static boolean isOwnSubject(Dataflow dataflow, String text) {
        List<String> named = named(text);
        return !named.isEmpty() && kinds(dataflow.id()).containsAll(named);
    }

    /**
     * Returns whether a text names the subject of the dataflow, perhaps beside another subject, as in "victims in
     * cases".
     */
    public static boolean namesOwnSubject(Dataflow dataflow, String text) {
        return kinds(dataflow.id()).stream().anyMatch(named(text)::contains);
    }

    private static List<String> named(String text) {
        return SUBJECTS.stream()
                .filter(kind -> TableWords.all().mentions(kind, text))
                .toList();
    }

    private static List<String> kinds(String dataflow) {
        if (dataflow.startsWith("VICTIMS")) {
            return SUBJECTS.subList(0, 1);
        }
        return dataflow.equals("OFFENCES") ? SUBJECTS.subList(1, 2) : SUBJECTS.subList(2, SUBJECTS.size());
    }

    /** Returns the codes of a word, given the other words of the tables. */
    public Map<String, String> codes(Match match) {
        if (adults && isSex(match)) {
            return Map.of(SEX, match.codes().get(SEX), AGE, ADULTS);
        }
        String sex = match.codes().get(SEX);
        boolean beside = apart.contains(sex) || !apart.isEmpty() && !among.contains(sex);
        return (addsSex(match) ? hasGirls : beside) ? match.besideCounterpart() : match.codes();
    }

    private static boolean addsSex(Match match) {
        return match.besideCounterpart().containsKey(SEX) && !match.codes().containsKey(SEX);
    }
}
