package org.tipstats.site.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tipstats.collect.mappings.GuessTexts;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.guess.GuessRequest;
import org.tipstats.mapping.guess.Guesser;
import org.tipstats.mapping.saved.MappingMaker;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.table.TablePage.CellPlace;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** An invented table in its own layout, and what the page makes of it. */
final class OwnTable {

    static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    static final PageTexts ENGLISH = PageTexts.in("en");

    /** Victims by sex in two years, with a rate, a mark, and a sex that no list of words has. */
    static final String VICTIMS = """
            Victims of trafficking in persons in Kyrgyzstan,,,
            Sex,2021,2022,Rate per 100 000
            Women,12,15,0.2
            Men,7,-,0.1
            Zorblax,1,2,0.0
            """;

    private OwnTable() {}

    static WordCodes codes() {
        return new WordCodes(SCHEMAS.reported(), ENGLISH);
    }

    /** Guesses what the table means with the answers of a form. */
    static GuessedFile guess(String text, TableParameters form) {
        TypedAnswers typed = TypedAnswers.of(form, codes(), ENGLISH);
        Grid grid = grid(text).with(typed.corrections());
        GuessRequest request =
                new GuessRequest(SCHEMAS, SCHEMAS.areas().find("KGZ").orElseThrow(), null, typed.answers(), Map.of());
        Guess guess = Guesser.guess(grid, request);
        return new GuessedFile(grid, guess, MappingMaker.of(grid, "KGZ", typed.answers(), guess), List.of());
    }

    static Questions questions(GuessedFile file) {
        return new Questions(onPage(file), List.of());
    }

    static GuessOnPage onPage(GuessedFile file) {
        return new GuessOnPage(
                file,
                SCHEMAS,
                codes(),
                texts(),
                ENGLISH,
                cells -> cells.stream().map(cell -> new CellPlace(cell, null)).toList());
    }

    static GuessTexts texts() {
        return GuessTexts.in("en", SCHEMAS);
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

    /** Returns a form with the answers to the questions with fixed names, and to others as pairs of id and value. */
    static TableParameters form(String dataflow, String unit, String coverage, String... pairs) {
        List<String> ids = new java.util.ArrayList<>();
        List<String> values = new java.util.ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            ids.add(pairs[i]);
            values.add(pairs[i + 1]);
        }
        return new TableParameters("KGZ", dataflow, unit, coverage, ids, values, null, null, null, null, null);
    }
}
