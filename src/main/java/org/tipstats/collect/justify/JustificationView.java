package org.tipstats.collect.justify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;

/**
 * Explains why figures with warnings are correct. Without line and key it covers the whole rule.
 *
 * @param key codes in dimension order; an empty code stands for all
 * @param reason a code of CL_JUSTIFICATION_REASON
 * @param covers number of findings; absent if it was not counted
 * @param footnote true if the text is proposed as a public comment, otherwise absent
 * @param agreed true if a proposed text became a public comment, false if not; absent before acceptance
 * @param offer the id of the accepted justification that it takes over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JustificationView(
        String id,
        String rule,
        Integer line,
        String key,
        String text,
        String reason,
        Long covers,
        Boolean footnote,
        Boolean agreed,
        String offer,
        Instant at,
        String by) {

    /** @param agreed the ids of justifications that became public comments; null before the decision */
    static JustificationView from(Justification justification, Set<Long> agreed) {
        boolean decided = justification.footnote && agreed != null;
        return new JustificationView(
                justification.id.toString(),
                justification.rule,
                justification.line,
                justification.key,
                justification.text,
                justification.reason,
                justification.covered,
                justification.footnote ? true : null,
                decided ? Boolean.valueOf(agreed.contains(justification.id)) : null,
                justification.offer == null ? null : justification.offer.toString(),
                justification.at,
                justification.actorName);
    }
}
