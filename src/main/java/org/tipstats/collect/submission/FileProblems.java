package org.tipstats.collect.submission;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.ProblemType.ProblemTypes;

/** The problems with received files. */
@Singleton
final class FileProblems implements ProblemTypes {

    static final ProblemType FILE_DELETED = new ProblemType(
            "file-deleted",
            "The file was deleted",
            410,
            "The service keeps the files of refused submissions for a limited time; /api/v1/limits has it. The"
                    + " submission, its receipt and the counts of its report stay. Submit the file again if you need it.");

    static ProblemException deleted(UUID submission, Instant at) {
        return new ProblemException(
                FILE_DELETED,
                "The file of submission " + submission + " was deleted on "
                        + at.atOffset(ZoneOffset.UTC).toLocalDate() + ".");
    }

    static ProblemException notReviewed(UUID submission, String sha256) {
        return new ProblemException(
                ProblemType.PRECONDITION_FAILED,
                "The file of submission " + submission + " has the hash " + sha256
                        + ", which is not the hash you reviewed. Review the file again, then accept it with its hash.");
    }

    @Override
    public List<ProblemType> types() {
        return List.of(FILE_DELETED);
    }
}
