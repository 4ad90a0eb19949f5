package org.tipstats.mapping.saved;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.guess.GuessRequest;
import org.tipstats.mapping.guess.Guesser;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Invented tables, and the mappings that a person would save for them. */
final class SavedTable {

    static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    private final Answers answers;
    private final Grid grid;

    SavedTable(String text, Map<String, String> values, List<String> ignored) {
        this.grid = grid(text);
        this.answers = new Answers(
                normal(values),
                Map.of(),
                ignored.stream()
                        .map(each ->
                                org.tipstats.mapping.grid.CellRange.parse(each).orElseThrow())
                        .toList(),
                Map.of());
    }

    private static Map<String, String> normal(Map<String, String> values) {
        Map<String, String> normal = new TreeMap<>();
        values.forEach((id, value) -> normal.put(Answers.normal(id), value));
        return normal;
    }

    static Grid grid(String text) {
        try {
            Path file = Files.createTempFile("table", ".csv");
            try {
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                return GridReader.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Guess guess() {
        return Guesser.guess(
                grid, new GuessRequest(SCHEMAS, SCHEMAS.areas().find("AUT").orElseThrow(), null, answers, Map.of()));
    }

    Mapping mapping() {
        return MappingMaker.of(grid, "AUT", answers, guess());
    }

    /** Returns the saved mapping applied to another edition of the table. */
    MappingApplication applied(String edition) {
        return applied(edition, Answers.NONE);
    }

    MappingApplication applied(String edition, Answers more) {
        return MappingApplication.of(mapping(), grid(edition), SCHEMAS, more);
    }

    /** Returns the figures of a guess as lines of codes, year, value and cells. */
    static List<String> figures(Guess guess) {
        return guess.observations().stream()
                .map(each -> each.dataflow() + " " + String.join(".", each.key().values()) + " " + each.value() + " "
                        + String.join("+", each.cells()))
                .sorted()
                .toList();
    }
}
