package org.tipstats.platform.problem;

import java.io.IOException;
import java.util.regex.Pattern;

/** Recognises that the disk is full. This is neither a bug nor a fault of the client. */
public final class StorageProblems {

    private static final String SECONDS_FULL = "60";

    /**
     * The messages for ENOSPC and EDQUOT on Linux and macOS, and for ERROR_DISK_FULL on Windows. Java gives no error
     * code.
     */
    private static final Pattern MESSAGES = Pattern.compile(
            "No space left on device|[Dd]isk quota exceeded|Disc quota exceeded|There is not enough space on the disk");

    private StorageProblems() {}

    /** Returns whether a failure to write a file shows that the disk is full. */
    public static boolean isFull(IOException failure) {
        return failure.getMessage() != null
                && MESSAGES.matcher(failure.getMessage()).find();
    }

    /** Makes the problem with status 507 for a failure to write. */
    public static ProblemException full(IOException cause) {
        ProblemException full = new ProblemException(problem());
        full.initCause(cause);
        return full;
    }

    static Problem problem() {
        return Problem.of(ProblemType.INSUFFICIENT_STORAGE, "The service has no room to store this at the moment.")
                .header("Retry-After", SECONDS_FULL);
    }
}
