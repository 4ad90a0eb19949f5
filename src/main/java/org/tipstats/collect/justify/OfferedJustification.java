package org.tipstats.collect.justify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text that was accepted earlier for the same rule and series, and that may be taken over.
 *
 * @param key the key that it would explain in this submission: codes in dimension order, empty for all; null for a
 *     whole rule
 * @param footnote true if it was proposed as a public comment, otherwise absent
 * @param covers number of unexplained warnings that it would cover
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OfferedJustification")
record OfferedJustification(
        String id, String rule, String key, String text, String reason, Boolean footnote, long covers, Origin origin) {

    /**
     * The submission that a text comes from.
     *
     * @param periods the periods that the text was about
     * @param by the name of the account that gave it; for staff only
     * @param acceptedBy the name of the account that accepted it; for staff only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OfferedJustificationOrigin")
    record Origin(UUID submissionId, List<String> periods, Instant acceptedAt, String by, String acceptedBy) {

        Origin withoutNames() {
            return new Origin(submissionId, periods, acceptedAt, null, null);
        }
    }

    KeyPattern keyPattern() {
        return key == null ? null : KeyPattern.parse(key);
    }
}
