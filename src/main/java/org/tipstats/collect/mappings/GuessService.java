package org.tipstats.collect.mappings;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.collect.mappings.GuessedFile.GuessFinding;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.grid.NoTableException;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.guess.Guess.Refusal;
import org.tipstats.mapping.guess.GuessRequest;
import org.tipstats.mapping.guess.Guesser;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingMaker;
import org.tipstats.platform.access.Actor;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Guesses the meaning of files. Stores nothing. */
@ApplicationScoped
public class GuessService {

    private static final String CASE_LEVEL = "case-level-data";
    private static final String UNREADABLE = "unreadable-file";
    private static final String EMPTY = "empty-file";
    private static final Set<Reason> LIMITS = EnumSet.of(Reason.TOO_MANY_COLUMNS, Reason.TOO_MANY_CELLS);
    private static final int FIRST_ROWS = 20;

    /** The rules whose findings say that a file cannot be read as a table. */
    private static final List<String> NO_TABLE = List.of("wrong-file-type", "damaged-text", "empty-file", UNREADABLE);

    private final SchemaRegistry schemas;
    private final MappingService mappings;
    private final Clock clock;
    private final Validator validator = new Validator();

    /** @param mappings finds the words that areas confirmed; null if all callers are anonymous */
    public GuessService(SchemaRegistry schemas, MappingService mappings, Clock clock) {
        this.schemas = schemas;
        this.mappings = mappings;
        this.clock = clock;
    }

    /**
     * The input to a guess in addition to the file.
     *
     * @param area the area that reports; null if it is not known
     * @param dataflow the dataflow of the figures; null if the answers name it, or if it is not known
     * @param actor the account that asks; empty for an anonymous request
     * @param language the language of the findings
     */
    public record GuessInput(String area, Dataflow dataflow, Answers answers, Optional<Actor> actor, String language) {

        /** Returns the answers. Adds the dataflow as an answer if no other answer names one. */
        Answers allAnswers() {
            if (dataflow == null
                    || answers.value("dataflow").isPresent()
                    || !answers.dataflows().isEmpty()) {
                return answers;
            }
            Map<String, String> values = new TreeMap<>(answers.values());
            values.put("dataflow", dataflow.id());
            return new Answers(values, answers.dataflows(), answers.ignored(), answers.params());
        }
    }

    /**
     * Guesses the meaning of a file. Refuses a list of persons before reading any of it as figures. For the submitters
     * of an area, and for nobody else, uses the words that the area confirmed.
     *
     * @param fileName the name that the sender gave, or null
     */
    public GuessedFile guess(Path file, String fileName, GuessInput input) {
        return guess(file, fileName, input, Map.of());
    }

    /**
     * Guesses the meaning of a file with some of its cells corrected. Does not change the file.
     *
     * @param corrections the corrected texts by cell
     */
    public GuessedFile guess(Path file, String fileName, GuessInput input, Map<CellRange, String> corrections) {
        Set<Reason> faults = EnumSet.noneOf(Reason.class);
        Optional<Grid> grid = read(file, faults::add).map(each -> each.with(corrections));
        Dataflow dataflow = input.dataflow() == null ? nearest(grid) : input.dataflow();
        Validation validation = validate(file, fileName, dataflow);
        if (validation.report().found(CASE_LEVEL)) {
            return refused(validation, List.of(CASE_LEVEL), dataflow, input);
        }
        if (grid.isEmpty() && faults.stream().anyMatch(LIMITS::contains)) {
            return refused(UNREADABLE, GuessTexts.in(input.language(), schemas).tooLarge());
        }
        return grid.isPresent() ? guess(grid.get(), input) : refused(validation, NO_TABLE, dataflow, input);
    }

    private static GuessedFile refused(String rule, String message) {
        return GuessedFile.refused(List.of(new GuessFinding(rule, message, List.of())));
    }

    /** Returns the cells of a file; empty if it has none or cannot be read. */
    static Optional<Grid> read(Path file) {
        return read(file, none -> {});
    }

    /** @param fault receives the reason if the file cannot be read */
    private static Optional<Grid> read(Path file, Consumer<Reason> fault) {
        try {
            return Optional.of(GridReader.read(file));
        } catch (MalformedFileException e) {
            fault.accept(e.reason());
            return Optional.empty();
        } catch (NoTableException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Validation validate(Path file, String fileName, Dataflow dataflow) {
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        return Uncheck.get(
                () -> validator.validate(file, fileName, ValidationRequest.anonymous(schemas, dataflow, year)));
    }

    /** Returns the dataflow with the most components that the first rows of a file name. */
    public Dataflow nearest(Path file) {
        return nearest(read(file));
    }

    /**
     * Returns the dataflow with the most components that the first rows name. If validation used another dataflow, it
     * would not know the columns of a file in the service's own form, and could take the file for a list of persons.
     */
    private Dataflow nearest(Optional<Grid> grid) {
        Set<String> words = grid.stream()
                .flatMap(cells -> cells.sheets().stream())
                .flatMap(sheet -> sheet.rows().stream().limit(FIRST_ROWS))
                .flatMap(row -> Arrays.stream(row.cells()))
                .map(text -> text.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Comparator<Dataflow> byNames = Comparator.comparingLong(flow ->
                flow.structure().componentIds().stream().filter(words::contains).count());
        return schemas.reported().stream()
                .reduce((best, next) -> byNames.compare(next, best) > 0 ? next : best)
                .orElseThrow();
    }

    private GuessedFile guess(Grid grid, GuessInput input) {
        Answers answers = input.allAnswers();
        Code area =
                input.area() == null ? null : schemas.areas().find(input.area()).orElse(null);
        boolean own = input.actor().filter(who -> who.reports(input.area())).isPresent();
        Map<String, String> known = own ? mappings.wordsOf(input.area()) : Map.of();
        Guess guess = Guesser.guess(grid, new GuessRequest(schemas, area, null, answers, known));
        GuessTexts texts = GuessTexts.in(input.language(), schemas);
        if (guess.tables().isEmpty() && guess.faults().isEmpty()) {
            return refused(EMPTY, texts.refusal(EMPTY, List.of()));
        }
        Mapping mapping = MappingMaker.of(grid, input.area(), answers, guess);
        List<GuessFinding> findings = guess.refusals().stream()
                .map(refusal -> new GuessFinding(
                        refusal.rule(), texts.refusal(textOf(refusal, grid), refusal.cells()), refusal.cells()))
                .toList();
        return new GuessedFile(grid, guess, mapping.targets().isEmpty() ? null : mapping, findings);
    }

    private static String textOf(Refusal refusal, Grid grid) {
        boolean formula =
                refusal.cells().stream().findFirst().filter(grid::hasFormula).isPresent();
        return formula ? refusal.rule() + ".formula" : refusal.rule();
    }

    /**
     * Refuses a file because of findings of these rules, in the words of the validator; as unreadable if there are
     * none.
     */
    private GuessedFile refused(Validation validation, List<String> rules, Dataflow dataflow, GuessInput input) {
        Sentences sentences = new Sentences(RuleTexts.in(input.language()), dataflow.structure());
        List<GuessFinding> findings = new ArrayList<>();
        for (SummaryGroup group : validation.report().summary()) {
            if (rules.contains(group.rule())) {
                String message = sentences.message(group) + " " + sentences.fix(group.sample());
                findings.add(new GuessFinding(group.rule(), message.strip(), List.of()));
            }
        }
        GuessTexts texts = GuessTexts.in(input.language(), schemas);
        return findings.isEmpty()
                ? refused(UNREADABLE, texts.refusal(UNREADABLE, List.of()))
                : GuessedFile.refused(findings);
    }
}
