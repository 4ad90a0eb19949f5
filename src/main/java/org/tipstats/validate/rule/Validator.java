package org.tipstats.validate.rule;

import java.io.IOException;
import java.nio.file.Path;
import org.tipstats.validate.findings.FindingLog;

/** Validates files. Has no state: one may serve any number of threads. */
public final class Validator {

    /**
     * Validates a stored file; whatever is in it, the answer is a report.
     *
     * @param fileName as the sender calls the file, or null
     * @return the open validation; closing it deletes what was put aside
     * @throws IOException when the file or the folder of the request cannot be read or written
     */
    public Validation validate(Path file, String fileName, ValidationRequest request) throws IOException {
        FindingLog log = new FindingLog(request.folder(), RuleCatalogue::isOfRows);
        try {
            return new ValidationRun(file, fileName, request, log).run();
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }
}
