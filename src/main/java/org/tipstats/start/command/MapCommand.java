package org.tipstats.start.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.tipstats.collect.mappings.GuessTexts;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.grid.NoTableException;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.guess.GuessRequest;
import org.tipstats.mapping.guess.Guesser;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingDifference;
import org.tipstats.mapping.saved.MappingFormatException;
import org.tipstats.mapping.saved.MappingMaker;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import org.tipstats.start.command.CommandLineInterface.SchemasOption;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that make, apply and compare mappings of tables in their own layout. */
@Command(
        name = MapCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Makes, applies and compares mappings of tables in their own layout.")
final class MapCommand extends OfflineCommand {

    static final String NAME = "map";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Integer call() {
        throw misuse("Use one of the commands: guess, apply, diff.");
    }

    /** Reads a file as cells. */
    static Grid grid(Path file) {
        try {
            return GridReader.read(OfflineCommand.requireFile(file));
        } catch (NoTableException e) {
            throw new NoAccessException(
                    "The file " + file + " is not a table: " + e.probe().kind().word() + ".");
        } catch (MalformedFileException e) {
            throw new NoAccessException("The file " + file + " cannot be read as a table: "
                    + e.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", line " + e.line() + ".");
        } catch (IOException e) {
            throw new NoAccessException("The file " + file + " cannot be read.");
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(OfflineCommand.requireFile(file).toFile());
        } catch (IOException e) {
            throw new NoAccessException("The file " + file + " is not JSON.");
        }
    }

    /** Reads a mapping from a file. */
    static Mapping mapping(Path file, SchemaRegistry schemas) {
        try {
            return new MappingMessage(schemas).read(json(file));
        } catch (MappingFormatException e) {
            throw new NoAccessException(
                    "The file " + file + " is not a mapping: " + e.getMessage() + " (" + e.pointer() + ").");
        }
    }

    /** Guesses what a table means, and saves the mapping. */
    @Command(
            name = "guess",
            mixinStandardHelpOptions = true,
            description = "Guesses what a table means. Prints the questions that only you can answer.",
            exitCodeOnExecutionException = 70)
    static final class GuessCommand extends OfflineCommand {

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

        GuessCommand(Supplier<SchemaRegistry> schemas) {
            this.schemas = new SchemasOption(schemas);
        }

        @Override
        public Integer call() throws IOException {
            SchemaRegistry known = schemas.load();
            Grid grid = grid(file);
            Answers given = answers();
            Guess guess = Guesser.guess(grid, new GuessRequest(known, code(known), null, given, Map.of()));
            print(guess, grid, GuessTexts.in(language, known));
            if (output != null) {
                Mapping mapping = MappingMaker.of(grid, area, given, guess);
                if (guess.tables().stream().allMatch(table -> table.dataflows().isEmpty())) {
                    throw misuse("Answer the question \"dataflow\" before you save the mapping.");
                }
                String name = file.getFileName().toString();
                Files.write(
                        output,
                        JSON.writerWithDefaultPrettyPrinter()
                                .writeValueAsBytes(new MappingMessage(known).write(mapping, id(name), "1.0.0", name)));
            }
            boolean complete = guess.questions().isEmpty()
                    && guess.refusals().isEmpty()
                    && guess.faults().isEmpty();
            return complete ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
        }

        private static String id(String name) {
            return "M_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        }

        private Code code(SchemaRegistry known) {
            if (area == null) {
                return null;
            }
            return known.areas()
                    .find(area)
                    .orElseThrow(() -> misuse("There is no country or area \"" + area + "\". Use a code such as KGZ."));
        }

        /** The answers stand alone, or in a member beside {@code params}. */
        private Answers answers() {
            if (answers == null) {
                return Answers.NONE;
            }
            JsonNode given = json(answers);
            boolean apart = given.path("answers").isObject();
            try {
                return Answers.of(apart ? given.get("answers") : given, apart ? given.get("params") : null);
            } catch (IllegalArgumentException e) {
                throw misuse("The answer to \"" + e.getMessage() + "\" does not have the form of its question.");
            }
        }

        private void print(Guess guess, Grid grid, GuessTexts texts) {
            PrintWriter out = spec.commandLine().getOut();
            guess.tables().forEach(table -> out.println("Table " + table.range() + " " + table.dataflows()));
            for (Decision question : guess.questions()) {
                out.println("? " + question.id() + "  " + texts.question(question, grid));
                if (!question.alternatives().isEmpty()) {
                    out.println("    " + String.join(", ", question.alternatives()));
                }
            }
            guess.faults().forEach(fault -> out.println("! " + fault.id() + "  " + texts.fault(fault)));
            guess.refusals().forEach(refusal -> out.println("! " + refusal.rule() + " " + refusal.cells()));
            guess.ledger()
                    .leftOut()
                    .forEach((reason, cells) ->
                            out.println("- " + cells.size() + " left out: " + texts.leftOut(reason)));
            out.println(guess.observations().size() + " observations of "
                    + guess.ledger().used() + " of "
                    + guess.ledger().numeric() + " numbers; "
                    + guess.ledger().notUnderstood().size() + " not understood.");
            out.flush();
        }
    }

    /** Prints the differences between two mappings. */
    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Prints the differences between two mappings: - only in the first, + only in the second.",
            exitCodeOnExecutionException = 70)
    static final class DiffCommand extends OfflineCommand {

        @Mixin
        private final SchemasOption schemas;

        @Parameters(index = "0", paramLabel = "FIRST", description = "A mapping.")
        private Path first;

        @Parameters(index = "1", paramLabel = "SECOND", description = "Another mapping.")
        private Path second;

        DiffCommand(Supplier<SchemaRegistry> schemas) {
            this.schemas = new SchemasOption(schemas);
        }

        @Override
        public Integer call() {
            SchemaRegistry known = schemas.load();
            List<MappingDifference> differences =
                    MappingDifference.between(mapping(first, known), mapping(second, known));
            PrintWriter out = spec.commandLine().getOut();
            for (MappingDifference each : differences) {
                if (each.before() != null) {
                    out.println("- " + each.what() + " = " + each.before());
                }
                if (each.after() != null) {
                    out.println("+ " + each.what() + " = " + each.after());
                }
            }
            out.flush();
            return differences.isEmpty() ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
        }
    }
}
