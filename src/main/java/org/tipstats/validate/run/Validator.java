package org.tipstats.validate.run;

import java.io.IOException;
import java.nio.file.Path;

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
     * @throws IOException if the file cannot be read
     */
    public Validation validate(Path file, String fileName, ValidationRequest request) throws IOException {
        return new ValidationRun(file, fileName, request, rules).run();
    }
}
