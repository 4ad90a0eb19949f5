package org.tipstats.collect.receive;

import java.util.Map;

/**
 * Why warnings are right as they are. Without line and key it is meant for all findings of the rule.
 *
 * @param key codes by dimension id, as a finding gives them; without some dimensions it is meant for all findings of the
 *     rule that have the others
 * @param reason a code of CL_JUSTIFICATION_REASON, or null
 * @param footnote whether the text is proposed as the public comment of the one value that it is about
 * @param offer the id of an offered text to take over, or {@code all}; it has its rule and place, and what else is left
 *     out stays as it was
 */
public record JustificationRequest(
        String rule,
        Integer line,
        Map<String, String> key,
        String text,
        String reason,
        Boolean footnote,
        String offer) {

    /** One text for all findings of a rule. */
    public static JustificationRequest ofRule(String rule, String text) {
        return new JustificationRequest(rule, null, null, text, null, null, null);
    }

    /** An offered text, taken over as it is. */
    public static JustificationRequest ofOffer(String offer) {
        return new JustificationRequest(null, null, null, null, null, null, offer);
    }
}
