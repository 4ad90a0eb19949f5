package org.tipstats.start.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.start.command.CommandLineInterface.SchemasOption;
import org.tipstats.start.command.ReportFile.ProgressLine;
import org.tipstats.validate.forms.SummaryText;
import org.tipstats.validate.mapped.LayoutValidation;
import org.tipstats.validate.mapped.LayoutValidation.Reading;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.validate.row.ValidatedRows;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.validate.table.Action;
import org.tipstats.validate.table.Baseline;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The command that validates one file against one dataflow and writes the report. */
@Command(
        name = ValidateCommand.NAME,
        description =
                "Validates a file without a server: the report of an anonymous POST /api/v1/validations while nothing is published.",
        exitCodeList = {"0:the file has no errors", "1:the file has errors", "3:a file cannot be read or written"})
final class ValidateCommand extends CommandLineInterface.OfflineCommand {

    static final String NAME = "validate";

    private static final String ENGLISH = "en";

    private final Clock clock;
    private final OutputStream out;
    private final ProgressLine progress;

    @Mixin
    private final SchemasOption schemas;

    @Parameters(index = "0", paramLabel = "DATAFLOW", description = "The dataflow of the file, such as VICTIMS.")
    private String dataflowId;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to validate.")
    private Path file;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = ENGLISH,
            description = "The language of the report: en, fr, es, ru, ar or zh; default ${DEFAULT-VALUE}.")
    private String language;

    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description = "A file that was accepted before, to compare with; without it some rules are not run.")
    private Path previous;

    @Option(
            names = "--replace",
            description = "The file replaces all figures of its countries or areas for the periods in it.")
    private boolean replace;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "The file for the report, ending in .json, .csv, .html or .xlsx.")
    private List<Path> reports = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "A mapping in SDMX-JSON, for a table in its own layout. Without it, a table is read only if"
                    + " it says itself what it means.")
    private Path mapping;

    @Option(
            names = "--param",
            paramLabel = "COMPONENT=VALUE",
            description = "A value that the table lacks, such as TIME_PERIOD=2023.")
    private Map<String, String> params = Map.of();

    @Option(names = "--json", description = "Print the whole report as JSON instead of a summary.")
    private boolean json;

    ValidateCommand(Supplier<SchemaRegistry> schemas, Clock clock, OutputStream out, ProgressLine progress) {
        this.schemas = new SchemasOption(schemas);
        this.clock = clock;
        this.out = out;
        this.progress = progress;
    }

    /** Returns whether the arguments after the command are only a dataflow and a file, so that no parser is needed. */
    static boolean isPlain(String... arguments) {
        return arguments.length == 3
                && arguments[0].equals(NAME)
                && Stream.of(arguments).noneMatch(each -> each.startsWith("-") || each.startsWith("@"));
    }

    /**
     * Validates a file without the parser of options, whose start takes a third of the time of a small file (decision
     * 139).
     *
     * @return the exit code; empty, without any output, if the parser must explain an error
     */
    OptionalInt validate(String plainDataflow, String plainFile, PrintWriter errors) {
        try {
            file = Path.of(plainFile);
        } catch (InvalidPathException e) {
            return OptionalInt.empty();
        }
        dataflowId = plainDataflow;
        language = ENGLISH;
        try {
            return OptionalInt.of(call());
        } catch (NeedsParserException e) {
            return OptionalInt.empty();
        } catch (IOException | RuntimeException e) {
            Optional<String> sentence = CommandLineInterface.sentence(e);
            sentence.ifPresentOrElse(errors::println, () -> e.printStackTrace(errors));
            return OptionalInt.of(sentence.isPresent() ? CommandLineInterface.NO_ACCESS : CommandLineInterface.FAULT);
        }
    }

    @Override
    public Integer call() throws IOException {
        check();
        if (!json) {
            // Prepares the texts while another thread reads the schemas.
            SummaryText.prepare(language);
        }
        SchemaRegistry known = schemas.load();
        Dataflow dataflow = dataflow(known);
        requireComponents(dataflow);
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        ValidationRequest request = new ValidationRequest(
                known, dataflow, null, replace, year, ValidationRequest.FINDINGS_KEPT, Baseline.EMPTY, progress);
        return validate(previous == null ? request : request.against(previous(request)));
    }

    /**
     * @throws NeedsParserException instead of returning an exception, if the command runs without the parser of options
     */
    @Override
    ParameterException misuse(String message) {
        if (spec == null) {
            throw new NeedsParserException();
        }
        return super.misuse(message);
    }

    private void check() throws IOException {
        if (!LocalText.LANGUAGES.contains(language)) {
            throw misuse("Reports are available in the languages " + String.join(", ", LocalText.LANGUAGES) + ".");
        }
        for (Path report : reports) {
            ReportFile.requireForm(report, this::misuse);
            keep(report, file, previous, mapping);
        }
        requireFile(file);
        if (previous != null) {
            requireFile(previous);
        }
    }

    private void requireComponents(Dataflow dataflow) {
        List<Dataflow> own = List.of(dataflow);
        params.forEach((component, value) -> {
            if (!MappedFile.components(own).contains(component)) {
                throw misuse(dataflow.id() + " has no component \"" + component + "\" for --param. Components: "
                        + String.join(", ", MappedFile.components(own)) + ".");
            }
            if (!MappedFile.isValue(own, component, value)) {
                throw misuse("\"" + value + "\" is not a code of " + component + ".");
            }
        });
    }

    private Dataflow dataflow(SchemaRegistry known) {
        Dataflow found = known.dataflow(dataflowId)
                .orElseThrow(() -> misuse("There is no dataflow \"" + dataflowId + "\". Dataflows: "
                        + String.join(
                                ", ",
                                known.submitted().stream().map(Dataflow::id).toList())
                        + "."));
        if (found.isDerived()) {
            throw misuse(dataflowId + " accepts no files: it is computed from published figures.");
        }
        return found;
    }

    /** Reads the file that was accepted before, and uses its rows as the accepted figures. */
    private Baseline previous(ValidationRequest like) throws IOException {
        Dataflow dataflow = like.dataflow();
        ValidationRequest request = ValidationRequest.anonymous(like.schemas(), dataflow, like.currentYear());
        if (!new Validator()
                .validate(previous, previous.getFileName().toString(), request)
                .report()
                .valid()) {
            throw misuse("The file " + previous + " has errors, so it cannot have been accepted. Validate it first, or"
                    + " name the file that was accepted.");
        }
        List<Observation> held = new ArrayList<>();
        try (ValidatedRows rows = ValidatedRows.open(previous, dataflow)) {
            rows.forEachRemaining(row -> {
                if (row.action() != Action.DELETE) {
                    held.add(row.observation());
                }
            });
        }
        return (asked, areas) -> asked.id().equals(dataflow.id()) ? held : List.of();
    }

    private Reading reading(SchemaRegistry known) {
        if (mapping == null) {
            return new Reading(false, params, grid -> MappedFile.builtIn(grid, known, null, params));
        }
        Mapping chosen = MapCommand.mapping(mapping, known);
        return new Reading(true, params, grid -> Optional.of(MappedFile.by(chosen, grid, known, params)));
    }

    private int validate(ValidationRequest request) throws IOException {
        try (progress) {
            String name = file.getFileName().toString();
            Validation validation = LayoutValidation.of(file, name, request, reading(request.schemas()), null)
                    .validation();
            progress.close();
            ReportFile form = new ReportFile(file, request.dataflow(), language, validation);
            for (Path report : reports) {
                form.write(report);
            }
            print(form);
            return validation.report().valid() ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
        }
    }

    private void print(ReportFile form) throws IOException {
        if (json) {
            form.writeJson(out);
        } else {
            form.writeSummary(out);
        }
        out.flush();
    }

    /** Thrown if arguments that looked plain are not valid, before the command prints anything. */
    private static final class NeedsParserException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
