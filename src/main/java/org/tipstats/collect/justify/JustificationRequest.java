package org.tipstats.collect.justify;

import java.util.Map;

/**
 * Explains why figures with warnings are correct. Without line and key it covers all findings of the rule.
 *
 * @param key codes by dimension id, as a finding gives them; if some dimensions are missing, it covers all findings of
 *     the rule that have the given codes
 * @param reason a code of CL_JUSTIFICATION_REASON, or null
 * @param footnote true to propose the text as the public comment of the one value that it explains
 * @param offer the id of an offered text to take over, or {@code all}; the offer gives the rule and the key, and
 *     replaces each missing member
 */
public record JustificationRequest(
        String rule,
        Integer line,
        Map<String, String> key,
        String text,
        String reason,
        Boolean footnote,
        String offer) {

    /** Creates one text for all findings of a rule. */
    public static JustificationRequest ofRule(String rule, String text) {
        return new JustificationRequest(rule, null, null, text, null, null, null);
    }

    /** Takes over an offered text unchanged. */
    public static JustificationRequest ofOffer(String offer) {
        return new JustificationRequest(null, null, null, null, null, null, offer);
    }
}
