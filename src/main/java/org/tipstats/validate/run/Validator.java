package org.tipstats.validate.run;

import java.io.IOException;
import java.nio.file.Path;
import org.tipstats.validate.findings.FindingLog;

/** Validates files. Stateless and thread-safe. */
public final class Validator {

    private final RuleCatalogue rules;

    public Validator() {
        this(RuleCatalogue.ALL);
    }

    Validator(RuleCatalogue rules) {
        this.rules = rules;
    }

    /**
     * Validates a stored file. Every content of the file gives a report.
     *
     * @param fileName the name that the sender gave, or null
     * @return the open validation; closing it deletes its temporary files
     * @throws IOException if the file or the folder of the request cannot be read or written
     */
    public Validation validate(Path file, String fileName, ValidationRequest request) throws IOException {
        FindingLog log = new FindingLog(request.folder(), rules::isRowRule);
        try {
            return new ValidationRun(file, fileName, request, rules, log).run();
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }
}
