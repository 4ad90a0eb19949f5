package org.tipstats.collect.justify;

import java.util.List;
import java.util.Map;

/**
 * The warnings of a submission that are not explained yet.
 *
 * @param counts number of unexplained warnings by rule
 * @param offers texts accepted earlier for the same rules and series, newest first
 */
public record OpenJustifications(Map<String, Long> counts, List<OfferedText> offers) {

    /**
     * A text that may be taken over.
     *
     * @param covers number of open warnings that it would explain
     * @param periods the periods that it was about
     */
    public record OfferedText(String id, String rule, String text, long covers, List<String> periods) {}
}
