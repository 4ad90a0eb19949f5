package org.tipstats.validate.mapped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.grid.NoTableException;
import org.tipstats.validate.findings.FindingCollection;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.persons.CaseLevelData;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.rule.LayoutAssumed;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;

/**
 * A validated file in any layout.
 *
 * @param mapped the file as a mapping reads it; null if no mapping has read it
 */
public record LayoutValidation(Validation validation, MappedFile mapped) {

    /** The rules that find files without the columns of the dataflow. */
    private static final List<String> NOT_IN_COLUMNS = List.of("own-layout", "wrong-file-type");

    /**
     * The way to read files in a layout of their own.
     *
     * @param always whether every file is read in this way, even if it has the columns of the dataflow
     * @param params values for what a table lacks, by component
     * @param by reads the cells of a file; returns empty if no mapping can read them
     */
    public record Reading(boolean always, Map<String, String> params, Function<Grid, Optional<MappedFile>> by) {}

    /**
     * Validates a file. A list of persons is refused before a mapping reads anything of it.
     *
     * @param fileName the name that the sender gave, or null
     * @param made the file to which the rows are written in the columns of the dataflow, if a mapping reads
     *     {@code file}; null to write none
     */
    public static LayoutValidation of(Path file, String fileName, ValidationRequest request, Reading reading, Path made)
            throws IOException {
        ReceivedTable table = ReceivedTable.of(file, request.dataflow());
        Validator validator = new Validator();
        ValidationRequest quiet = request.watchedBy(Progress.NONE);
        if (reading.always()) {
            Optional<Grid> grid = grid(file, table);
            ReceivedTable rows = grid.isPresent() ? GridRows.of(table, grid.get()) : table;
            Optional<MappedFile> mapped =
                    validator.listsPersons(rows, quiet) ? Optional.empty() : grid.flatMap(reading.by());
            return mapped.isPresent()
                    ? of(mapped.get(), table, fileName, request, made)
                    : new LayoutValidation(validator.validate(table, fileName, quiet), null);
        }
        Validation plain = validator.validate(table, fileName, request);
        boolean persons = plain.report().found(Rule.id(CaseLevelData.class));
        boolean read = !persons && NOT_IN_COLUMNS.stream().anyMatch(plain.report()::found);
        Optional<MappedFile> mapped = read ? grid(file, table).flatMap(reading.by()) : Optional.empty();
        if (mapped.isPresent()) {
            return of(mapped.get(), table, fileName, quiet, made);
        }
        boolean columns = !persons && !read && plain.report().file().headerLine() != null;
        boolean unused = columns && !reading.params().isEmpty();
        return new LayoutValidation(unused ? reportUnused(reading.params(), table, fileName, quiet) : plain, null);
    }

    /** Validates a file that has the columns of the dataflow, and reports that the values sent with it are not used. */
    private static Validation reportUnused(
            Map<String, String> params, ReceivedTable table, String fileName, ValidationRequest request)
            throws IOException {
        Validator validator = new Validator();
        FindingCollection found = validator.collection(request, null);
        String values =
                params.entrySet().stream().map(Map.Entry::toString).sorted().collect(Collectors.joining(", "));
        found.add(new LayoutAssumed().unusedValues(request.dataflow(), "values-beside", values));
        return validator.validate(table, fileName, request, found);
    }

    private static LayoutValidation of(
            MappedFile mapped, ReceivedTable table, String fileName, ValidationRequest request, Path made)
            throws IOException {
        return new LayoutValidation(mapped.validate(table.probe(), fileName, request, made), mapped);
    }

    /**
     * Reads the cells of a file. Returns empty if the file has no cells or cannot be read; the findings of the file
     * already say so.
     */
    private static Optional<Grid> grid(Path file, ReceivedTable table) throws IOException {
        try {
            return Optional.of(GridReader.read(file, table.probe()));
        } catch (NoTableException | MalformedFileException e) {
            return Optional.empty();
        }
    }
}
