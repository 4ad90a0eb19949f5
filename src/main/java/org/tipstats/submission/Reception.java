package org.tipstats.submission;

import java.util.UUID;

/**
 * What became of a file that was sent in.
 *
 * @param id of the submission; null for a file that is not kept
 * @param created whether it is a new submission
 * @param valid whether it has no errors
 * @param caseLevel whether the file was refused because it looks like records of persons
 */
public record Reception(UUID id, boolean created, boolean valid, boolean caseLevel) {

    static Reception of(Submission submission, boolean created) {
        return new Reception(submission.id, created, submission.errors == 0, false);
    }

    static Reception refused() {
        return new Reception(null, false, false, true);
    }
}
