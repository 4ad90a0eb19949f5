package org.tipstats.collect.receive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.tipstats.collect.submission.Submission;

/**
 * The outcome of submitting a file.
 *
 * @param id of the submission; null if the file is not kept
 * @param created true if it is a new submission
 * @param valid true if the file has no errors
 * @param caseLevel true if the file was refused because it looks like records of persons
 * @param report the report of a file that is not kept, otherwise null
 */
public record SubmissionOutcome(UUID id, boolean created, boolean valid, boolean caseLevel, JsonNode report) {

    static SubmissionOutcome of(Submission submission, boolean created) {
        return new SubmissionOutcome(submission.id, created, submission.errors == 0, false, null);
    }

    static SubmissionOutcome refused(JsonNode report) {
        return new SubmissionOutcome(null, false, false, true, report);
    }
}
