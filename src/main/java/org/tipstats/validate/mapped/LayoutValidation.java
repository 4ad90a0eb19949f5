package org.tipstats.validate.mapped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.grid.NoTableException;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;

/**
 * A validated file in any layout.
 *
 * @param mapped the file as a mapping reads it; null if it has the columns of the dataflow, or if no mapping reads it
 */
public record LayoutValidation(Validation validation, MappedFile mapped) {

    /** The rules that find files without the columns of the dataflow. */
    private static final List<String> NOT_IN_COLUMNS = List.of("own-layout", "wrong-file-type");

    /**
     * How files in a layout of their own are read.
     *
     * @param always whether every file is read so, even if it has the columns of the dataflow
     * @param by reads the cells of a file; empty if no mapping does
     */
    public record Reading(boolean always, Function<Grid, Optional<MappedFile>> by) {}

    /**
     * Validates a file. A list of persons is refused before a mapping reads anything of it.
     *
     * @param fileName the name that the sender gave, or null
     * @param made a file for the rows in the columns of the dataflow. It is written only if a mapping reads the file
     */
    public static LayoutValidation of(Path file, String fileName, ValidationRequest request, Reading reading, Path made)
            throws IOException {
        ValidationRequest quiet = request.watchedBy(Progress.NONE);
        Validation plain = new Validator().validate(file, fileName, reading.always() ? quiet : request);
        ValidationReport report = plain.report();
        boolean read = reading.always() || NOT_IN_COLUMNS.stream().anyMatch(report::found);
        Optional<MappedFile> mapped =
                !read || report.found("case-level-data") ? Optional.empty() : mapped(file, reading);
        if (mapped.isEmpty()) {
            return new LayoutValidation(plain, null);
        }
        ValidationRequest second = reading.always() ? request : quiet;
        return new LayoutValidation(mapped.get().validate(report.file(), second, made), mapped.get());
    }

    /** Reads the cells of a file. A file without cells has its findings already. */
    private static Optional<MappedFile> mapped(Path file, Reading reading) throws IOException {
        try {
            return reading.by().apply(GridReader.read(file));
        } catch (NoTableException | MalformedFileException e) {
            return Optional.empty();
        }
    }
}
