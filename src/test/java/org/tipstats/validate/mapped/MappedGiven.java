package org.tipstats.validate.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.guess.GuessRequest;
import org.tipstats.mapping.guess.Guesser;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingMaker;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.vocabulary.schema.Dataflow;

/** Tables in a layout of their own, for tests: the text of a CSV file, and the mapping that answers make of it. */
public final class MappedGiven {

    private MappedGiven() {}

    public static Grid grid(String text) {
        try {
            Path file = Files.writeString(Files.createTempFile("table", ".csv"), text);
            try {
                return GridReader.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the mapping of a table of the area KGZ.
     *
     * @param answers a JSON object, with single quotation marks in place of double ones
     */
    public static Mapping mapping(String text, String answers) {
        Answers given = Answers.of(json(answers), null);
        Grid grid = grid(text);
        Guess guess = Guesser.guess(
                grid,
                new GuessRequest(
                        Given.SCHEMAS, Given.SCHEMAS.areas().find("KGZ").orElseThrow(), null, given, Map.of()));
        return MappingMaker.of(grid, "KGZ", given, guess);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The facts of a file that nobody reads. */
    static final FileProbe PROBE = new FileProbe(1, "0".repeat(64), FileKind.TEXT, null, false, null, 1);

    static MappedFile file(String text, Mapping mapping, Map<String, String> params) {
        return MappedFile.by(mapping, grid(text), Given.SCHEMAS, params);
    }

    public static Validation validate(MappedFile file, Dataflow dataflow) {
        try {
            Path made = Files.createTempFile("mapped", ".csv");
            try {
                return file.validate(
                        PROBE,
                        "table.csv",
                        ValidationRequest.anonymous(Given.SCHEMAS, dataflow, Given.CURRENT_YEAR),
                        made);
            } finally {
                Files.delete(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Finding> findings(MappedFile file, String dataflow) {
        List<Finding> findings = new ArrayList<>();
        validate(file, Given.SCHEMAS.dataflow(dataflow).orElseThrow())
                .findings()
                .forEachRemaining(findings::add);
        return findings;
    }

    /** Returns the findings as lines: severity, rule, variant, cells, value. */
    static List<String> lines(MappedFile file, String dataflow) {
        return findings(file, dataflow).stream()
                .map(finding -> String.join(
                        " ",
                        finding.severity().word(),
                        finding.rule(),
                        String.valueOf(finding.parameters().getOrDefault("variant", "-")),
                        finding.cells().toString(),
                        String.valueOf(finding.value())))
                .toList();
    }
}
