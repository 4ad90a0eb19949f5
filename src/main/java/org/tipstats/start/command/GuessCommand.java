package org.tipstats.start.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tipstats.collect.mappings.AnswerReader;
import org.tipstats.collect.mappings.GuessService;
import org.tipstats.collect.mappings.GuessService.GuessInput;
import org.tipstats.collect.mappings.GuessTexts;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import org.tipstats.start.command.CommandLineInterface.SchemasOption;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Guesses what a table means, and saves the mapping if an option names a file for it. */
@Command(name = "guess", description = "Guesses what a table means. Prints the questions that only you can answer.")
final class GuessCommand extends OfflineCommand {

    @Mixin
    private final SchemasOption schemas;

    @Parameters(paramLabel = "FILE", description = "The table: CSV, XLSX, ODS, SDMX, JSON-stat or PC-Axis.")
    private Path file;

    @Option(names = "--area", paramLabel = "AREA", description = "The country or area that reports, such as KGZ.")
    private String area;

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "A JSON file with the answers by the id of the question.")
    private Path answers;

    @Option(names = "-o", paramLabel = "FILE", description = "The file for the mapping, in SDMX-JSON.")
    private Path output;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "The language of the questions; default ${DEFAULT-VALUE}.")
    private String language;

    private final Clock clock;

    GuessCommand(Supplier<SchemaRegistry> schemas, Clock clock) {
        this.schemas = new SchemasOption(schemas);
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        SchemaRegistry known = schemas.load();
        MapCommand.grid(file);
        requireArea(known);
        if (output != null) {
            keep(output, file, answers);
        }
        String name = file.getFileName().toString();
        GuessInput input = new GuessInput(area, null, answers(known), Optional.empty(), language);
        GuessedFile guessed = new GuessService(known, null, clock).guess(file, name, input);
        Guess guess = guessed.guess();
        print(guessed, GuessTexts.in(language, known));
        Mapping mapping = guessed.mapping();
        if (output != null && mapping == null && guessed.findings().isEmpty()) {
            throw misuse("Answer the question \"dataflow\" before you save the mapping.");
        }
        if (output != null && mapping != null) {
            Files.write(
                    output,
                    MapCommand.JSON
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(new MappingMessage(known).write(mapping, id(name), "1.0.0", name)));
        }
        boolean complete = guess.questions().isEmpty()
                && guessed.findings().isEmpty()
                && guess.faults().isEmpty();
        return complete ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
    }

    private static String id(String name) {
        return "M_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }

    private void requireArea(SchemaRegistry known) {
        if (area != null && known.areas().find(area).isEmpty()) {
            throw misuse("There is no country or area \"" + area + "\". Use a code such as KGZ.");
        }
    }

    /**
     * Reads the answers. If the file has a member {@code answers}, reads this member together with the member
     * {@code params}. Otherwise the whole file is the answers.
     */
    private Answers answers(SchemaRegistry known) {
        if (answers == null) {
            return Answers.NONE;
        }
        JsonNode given = MapCommand.json(answers);
        boolean apart = given.path("answers").isObject();
        JsonNode params = apart ? given.get("params") : null;
        try {
            return AnswerReader.read(
                    known,
                    MapCommand.JSON,
                    (apart ? given.get("answers") : given).toString(),
                    params == null ? null : params.toString());
        } catch (ProblemException e) {
            throw misuse(e.problem().errors().stream()
                    .map(GuessCommand::sentence)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static String sentence(InputError fault) {
        String choices = fault.suggestions().isEmpty() ? "" : " Choose from " + String.join(", ", fault.suggestions());
        return fault.pointer() + ": " + fault.message() + choices;
    }

    private void print(GuessedFile guessed, GuessTexts texts) {
        Guess guess = guessed.guess();
        PrintWriter out = spec.commandLine().getOut();
        guess.tables().forEach(table -> out.println("Table " + table.range() + " " + table.dataflows()));
        for (Decision question : guess.questions()) {
            out.println("? " + question.id() + "  " + texts.question(question, guessed.grid()));
            if (!question.alternatives().isEmpty()) {
                out.println("    " + String.join(", ", question.alternatives()));
            }
        }
        guess.faults().forEach(fault -> out.println("! " + fault.id() + "  " + texts.fault(fault)));
        guessed.findings().forEach(finding -> out.println("! " + finding.rule() + "  " + finding.message()));
        guess.ledger()
                .leftOut()
                .forEach((reason, cells) -> out.println("- " + cells.size() + " left out: " + texts.leftOut(reason)));
        out.println(guess.observations().size() + " observations of "
                + guess.ledger().used() + " of "
                + guess.ledger().numeric() + " numbers; "
                + guess.ledger().notUnderstood().size() + " not understood.");
        out.flush();
    }
}
