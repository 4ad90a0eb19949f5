package org.tipstats.mapping.meaning;

import java.util.Collection;
import java.util.Map;
import org.tipstats.vocabulary.names.NationalWords;
import org.tipstats.vocabulary.names.NationalWords.Match;

/** Knows which words of a table narrow the meaning of others: beside girls, women are adults. */
public final class Counterparts {

    private static final String SEX = "SEX";
    private static final String AGE = "AGE";
    private static final String MINORS = "Y0T17";

    private boolean hasGirlsOrBoys;
    private boolean hasGirls;

    /** @param texts the texts of all tables that are read together */
    public Counterparts(Collection<String> texts) {
        for (String text : texts) {
            for (Match match : NationalWords.all().find(text)) {
                boolean minors = match.codes().containsKey(SEX)
                        && MINORS.equals(match.codes().get(AGE));
                hasGirlsOrBoys |= minors;
                hasGirls |= minors && "F".equals(match.codes().get(SEX));
            }
        }
    }

    /** Returns the codes of a word beside the other words of the tables. */
    public Map<String, String> codes(Match match) {
        boolean addsSex =
                match.besideCounterpart().containsKey(SEX) && !match.codes().containsKey(SEX);
        return (addsSex ? hasGirls : hasGirlsOrBoys) ? match.besideCounterpart() : match.codes();
    }
}
