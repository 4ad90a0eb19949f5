package org.tipstats.validate.run;

import java.io.IOException;
import java.nio.file.Path;

/** Validates files. A validator has no state and is thread-safe. */
public final class Validator {

    private final RuleCatalogue rules;

    public Validator() {
        this(RuleCatalogue.ALL);
    }

    Validator(RuleCatalogue rules) {
        this.rules = rules;
    }

    /**
     * Validates a stored file. The result is a report for any content of the file.
     *
     * @param fileName the name that the sender gave, or null
     * @throws IOException if the file cannot be read
     */
    public Validation validate(Path file, String fileName, ValidationRequest request) throws IOException {
        return new ValidationRun(file, fileName, request, rules).run();
    }
}
