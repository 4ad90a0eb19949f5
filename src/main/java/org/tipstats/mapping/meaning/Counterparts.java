package org.tipstats.mapping.meaning;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.names.NationalWords;
import org.tipstats.vocabulary.names.NationalWords.Match;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Dataflow;

/** Knows which words of a table narrow the meaning of others: beside girls, women are adults. */
public final class Counterparts {

    private static final String SEX = "SEX";
    private static final String AGE = "AGE";
    private static final String MINORS = "Y0T17";

    private static final List<String> SUBJECTS = List.of("victims", "cases", "persons", "convicted", "prosecuted");

    private final Set<String> subjects = new HashSet<>();
    private boolean hasGirlsOrBoys;
    private boolean hasGirls;

    /**
     * @param texts the texts of all tables that are read together
     * @param parts those that name parts of a sex, such as girls in a heading under women
     */
    public Counterparts(Collection<String> texts, Set<String> parts) {
        Set<String> within = within(texts);
        for (String text : texts) {
            subjects.addAll(named(text));
            for (Match match : NationalWords.all().find(text)) {
                boolean minors = match.codes().containsKey(SEX)
                        && MINORS.equals(match.codes().get(AGE))
                        && !parts.contains(text)
                        && !within.contains(text);
                hasGirlsOrBoys |= minors;
                hasGirls |= minors && "F".equals(match.codes().get(SEX));
            }
        }
    }

    /**
     * Returns the texts such as "of which girls", who are among the women; none if women have such words, too, because all of
     * them are then parts of a total.
     */
    private static Set<String> within(Collection<String> texts) {
        Set<String> within = texts.stream()
                .filter(text -> TableWords.all().begins("of-which", text))
                .collect(Collectors.toSet());
        boolean ofTotal = within.stream()
                .flatMap(text -> NationalWords.all().find(text).stream())
                .anyMatch(match -> match.codes().containsKey(SEX)
                        && !match.codes().containsKey(AGE)
                        && match.besideCounterpart().containsKey(AGE));
        return ofTotal ? Set.of() : within;
    }

    /** Returns whether a text names something that is counted, but not what the dataflow counts and others name. */
    public boolean isOtherSubject(Dataflow dataflow, String text) {
        List<String> own = kinds(dataflow.id());
        List<String> named = named(text);
        return own.stream().anyMatch(subjects::contains)
                && !named.isEmpty()
                && own.stream().noneMatch(named::contains);
    }

    /** Returns whether a text names what the dataflow counts and nothing else, as cases of victims would be. */
    public static boolean isOwnSubject(Dataflow dataflow, String text) {
        List<String> named = named(text);
        return !named.isEmpty() && kinds(dataflow.id()).containsAll(named);
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

    /** Returns the codes of a word beside the other words of the tables. */
    public Map<String, String> codes(Match match) {
        boolean addsSex =
                match.besideCounterpart().containsKey(SEX) && !match.codes().containsKey(SEX);
        return (addsSex ? hasGirls : hasGirlsOrBoys) ? match.besideCounterpart() : match.codes();
    }
}
