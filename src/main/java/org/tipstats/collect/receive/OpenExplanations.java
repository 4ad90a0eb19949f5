package org.tipstats.collect.receive;

import java.util.List;
import java.util.Map;

/**
 * What is left to explain of a submission.
 *
 * @param counts how many warnings of each rule have no explanation yet
 * @param offers texts that were accepted before for the same rules and series, the newest first
 */
public record OpenExplanations(Map<String, Long> counts, List<OfferedText> offers) {

    /**
     * A text that may be taken over.
     *
     * @param covers how many of the open warnings it would explain
     * @param periods those that it was about
     */
    public record OfferedText(String id, String rule, String text, long covers, List<String> periods) {}
}
