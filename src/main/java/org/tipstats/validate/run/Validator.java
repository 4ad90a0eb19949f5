package org.tipstats.validate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.tipstats.files.csv.RowSource;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.FindingCollection;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.persons.CaseLevelData;
import org.tipstats.validate.row.ReceivedTable;

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
        return validate(ReceivedTable.of(file, request.dataflow()), fileName, request);
    }

    /** Validates a file whose kind is already known. */
    public Validation validate(ReceivedTable table, String fileName, ValidationRequest request) throws IOException {
        return validate(table, fileName, request, collection(request, null));
    }

    /** Validates a file and adds the findings to a collection. */
    public Validation validate(ReceivedTable table, String fileName, ValidationRequest request, FindingCollection found)
            throws IOException {
        return new ValidationRun(table, fileName, request, rules, found).run();
    }

    /** Returns whether a file lists persons. Reads only the first rows of a table in a layout of its own. */
    public boolean listsPersons(ReceivedTable table, ValidationRequest request) throws IOException {
        FindingCollection found = collection(request, null);
        new ValidationRun(table, null, request, rules, found).ofFirstRows().run();
        return found.count(Rule.id(CaseLevelData.class)) > 0;
    }

    /**
     * Validates rows that the program made, and adds the findings to a collection. The report has no facts of a file.
     * Closes the rows.
     *
     * @param size the number of rows
     */
    public Validation validate(RowSource rows, int size, ValidationRequest request, FindingCollection found)
            throws IOException {
        return new ValidationRun(ReceivedTable.of(rows, size), null, request, rules, found).run();
    }

    /**
     * Returns an empty collection for the findings of a request.
     *
     * @param places moves a finding to its place in the submitter's file; null if findings already have this place
     */
    public FindingCollection collection(ValidationRequest request, UnaryOperator<Finding> places) {
        return new FindingCollection(request.findingsKept(), rules::isRowRule, places);
    }
}
