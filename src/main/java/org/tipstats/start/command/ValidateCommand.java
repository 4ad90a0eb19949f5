package org.tipstats.start.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.validate.table.Baseline;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that validates one file against one dataflow and writes the report. */
@Command(
        name = ValidateCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Validates a file without a server: the same report as POST /api/v1/validations.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the file has no errors",
            "1:the file has errors",
            "2:the command is not valid",
            "3:a file cannot be read or written",
            "70:an error in the program"
        },
        exitCodeOnExecutionException = 70)
final class ValidateCommand implements Callable<Integer> {

    static final String NAME = "validate";

    private final Supplier<SchemaRegistry> schemas;
    private final Clock clock;
    private final OutputStream out;
    private final ProgressLine progress;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DATAFLOW", description = "The dataflow of the file, such as VICTIMS.")
    private String dataflowId;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to validate.")
    private Path file;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
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

    @Option(names = "--json", description = "Print the whole report as JSON instead of a summary.")
    private boolean json;

    @Option(
            names = "--schemas",
            paramLabel = "FOLDER",
            description = "The schemas of a deployment; default: those of the program.")
    private Path schemaFolder;

    ValidateCommand(Supplier<SchemaRegistry> schemas, Clock clock, OutputStream out, ProgressLine progress) {
        this.schemas = schemas;
        this.clock = clock;
        this.out = out;
        this.progress = progress;
    }

    @Override
    public Integer call() throws IOException {
        check();
        Dataflow dataflow = dataflow();
        Path folder = Files.createTempDirectory("tipstats");
        try {
            int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
            ValidationRequest request = new ValidationRequest(
                    schemas.get(), dataflow, null, replace, year, folder, Baseline.EMPTY, progress);
            return validate(previous == null ? request : request.against(previous(request)));
        } finally {
            Files.delete(folder);
        }
    }

    private void check() {
        if (!LocalText.LANGUAGES.contains(language)) {
            throw misuse("Reports are available in the languages " + String.join(", ", LocalText.LANGUAGES) + ".");
        }
        for (Path report : reports) {
            ReportFile.requireForm(report, this::misuse);
            if (isSame(report, file) || previous != null && isSame(report, previous)) {
                throw misuse("The report would overwrite the file " + report + ".");
            }
        }
        requireFile(file);
        if (previous != null) {
            requireFile(previous);
        }
    }

    private static boolean isSame(Path report, Path other) {
        try {
            return Files.exists(report) && Files.exists(other) && Files.isSameFile(report, other);
        } catch (IOException e) {
            throw new NoAccessException("The file " + other + " cannot be read.");
        }
    }

    private static void requireFile(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new NoAccessException("The file " + path + " cannot be read.");
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Dataflow dataflow() {
        SchemaRegistry known = known();
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

    private SchemaRegistry known() {
        if (schemaFolder == null) {
            return schemas.get();
        }
        try {
            return SchemaRegistry.load(schemaFolder);
        } catch (SchemaException e) {
            throw new NoAccessException(e.getMessage());
        }
    }

    private Baseline previous(ValidationRequest request) throws IOException {
        return PreviousFile.read(previous, request)
                .orElseThrow(
                        () -> misuse("The file " + previous + " has errors, so it cannot have been accepted. Validate"
                                + " it first, or name the file that was accepted."));
    }

    private int validate(ValidationRequest request) throws IOException {
        try (progress;
                Validation validation =
                        new Validator().validate(file, file.getFileName().toString(), request)) {
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
}
