package org.tipstats.collect.receive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * What became of a file that was sent in.
 *
 * @param id of the submission; null for a file that is not kept
 * @param created whether it is a new submission
 * @param valid whether it has no errors
 * @param caseLevel whether the file was refused because it looks like records of persons
 * @param report of a file that is not kept, else null
 */
public record Reception(UUID id, boolean created, boolean valid, boolean caseLevel, JsonNode report) {

    static Reception of(Submission submission, boolean created) {
        return new Reception(submission.id, created, submission.errors == 0, false, null);
    }

    static Reception refused(JsonNode report) {
        return new Reception(null, false, false, true, report);
    }
}
