package org.tipstats.start.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.tipstats.collect.trial.AcceptedSubmissions;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.storage.TemporaryFiles;
import org.tipstats.start.backup.BackupDatabase;
import org.tipstats.start.backup.OneConnection;
import org.tipstats.start.command.CommandLineInterface.CommandGroup;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import org.tipstats.start.command.ReportFile.ProgressLine;
import org.tipstats.validate.run.Progress.Stage;
import org.tipstats.validate.trial.RuleTrial;
import org.tipstats.validate.trial.RuleTrial.RulesVersion;
import org.tipstats.validate.trial.RuleTrial.TrialOptions;
import org.tipstats.validate.trial.TrialReport;
import org.tipstats.validate.trial.TrialText;
import org.tipstats.validate.trial.TriedSchemas;
import org.tipstats.validate.trial.TriedSchemas.SchemaFile;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands about rules. */
@Command(name = RulesCommand.NAME, description = "Tries rules and code lists.")
final class RulesCommand extends CommandGroup {

    static final String NAME = "rules";

    private static final List<String> FORMS = List.of(".json", ".csv", ".txt");

    /** The command that tries schemas on the accepted files. */
    @Command(
            name = "try",
            description = {
                "Validates all accepted files under other schemas and says which would newly fail or get warnings, and"
                        + " which would no longer do so. Each file is compared with the figures that were"
                        + " accepted when it was received. Changes nothing.",
                "The files are those in the database of the service (TIPSTATS_HOME or TIPSTATS_DATABASE_URL), or in a"
                        + " folder."
            },
            exitCodeList = {
                "0:no file would newly fail or get warnings",
                "1:some would",
                "3:a file cannot be read or written, the schemas are not valid, or the database does not answer"
            })
    static final class TryRules extends OfflineCommand {

        private final Supplier<SchemaRegistry> inForce;
        private final BackupDatabase.Opener opener;
        private final Clock clock;
        private final ProgressLine progress;

        @Option(
                names = "--schemas",
                paramLabel = "NEW",
                description = "The schemas to try: a folder or ZIP file with all of them.")
        private Path schemas;

        @Option(
                names = "--change",
                paramLabel = "FILE",
                description = "A JSON file whose code lists and dataflows replace those in force with the same id."
                        + " May be given several times.")
        private List<Path> changes = List.of();

        @Option(
                names = "--since",
                paramLabel = "VERSION",
                description = "Count rules as new that came after this version of the rules, such as 1.2.0.")
        private String since;

        @Option(
                names = "--present",
                paramLabel = "FOLDER",
                description = "The schemas in force; default: those of the service (TIPSTATS_SCHEMAS).")
        private Path present;

        @Option(
                names = "--files",
                paramLabel = "FOLDER",
                description = "Try on the files in FOLDER/DATAFLOW instead, in the order of their names: each is"
                        + " compared with those before it. Needs no database.")
        private Path folder;

        @Option(names = "--values", description = "Show codes and values of files in the examples.")
        private boolean values;

        @Option(
                names = "--report",
                paramLabel = "FILE",
                description = "A file for the report, ending in .json, .csv or .txt.")
        private List<Path> reports = List.of();

        TryRules(Supplier<SchemaRegistry> inForce, BackupDatabase.Opener opener, Clock clock, ProgressLine progress) {
            this.inForce = inForce;
            this.opener = opener;
            this.clock = clock;
            this.progress = progress;
        }

        @Override
        public Integer call() throws IOException, SQLException {
            check();
            SchemaRegistry now = present();
            RuleTrial trial = new RuleTrial(now, tried(now), new TrialOptions(since, values, "en"));
            try (progress) {
                if (folder == null) {
                    addAccepted(trial);
                } else {
                    int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
                    FolderFiles files = new FolderFiles(folder, now, year);
                    keepAll(files.files());
                    files.each(this::show, trial::add);
                }
            }
            TrialReport report = trial.report();
            for (Path file : reports) {
                write(report, file);
            }
            spec.commandLine().getOut().print(TrialText.text(report));
            return report.isStricter() ? CommandLineInterface.INVALID : CommandLineInterface.VALID;
        }

        private void check() throws IOException {
            if (schemas != null && !changes.isEmpty()) {
                throw misuse("Give either --schemas or --change.");
            }
            if (schemas == null && changes.isEmpty() && since == null) {
                throw misuse("Name the schemas to try in --schemas, or the files that change in --change, or a version"
                        + " of the rules in --since.");
            }
            if (since != null && !RulesVersion.isValid(since)) {
                throw misuse("\"" + since + "\" is not a version of the rules, such as 1.2.0.");
            }
            keepAll(changes);
            for (Path report : reports) {
                if (FORMS.stream().noneMatch(report.toString().toLowerCase(Locale.ROOT)::endsWith)) {
                    throw misuse("The report " + report + " has no format: its name must end in .json, .csv or .txt.");
                }
            }
        }

        private void keepAll(List<Path> read) throws IOException {
            for (Path report : reports) {
                keep(report, read.toArray(Path[]::new));
            }
        }

        private SchemaRegistry present() {
            try {
                return present == null ? inForce.get() : SchemaRegistry.load(present);
            } catch (SchemaException e) {
                throw new NoAccessException("The schemas in force are not valid: " + e.getMessage() + ".");
            }
        }

        private SchemaRegistry tried(SchemaRegistry now) {
            List<Path> named = schemas == null ? changes : List.of(schemas);
            try {
                return named.isEmpty()
                        ? now
                        : TriedSchemas.read(
                                now,
                                named.stream()
                                        .map(file -> new SchemaFile(file.toString(), file))
                                        .toList());
            } catch (SchemaException e) {
                throw new NoAccessException("The schemas to try are not valid: " + e.getMessage() + ".");
            }
        }

        private void show(int percent) {
            progress.at(Stage.READING, percent);
        }

        private void addAccepted(RuleTrial trial) throws IOException, SQLException {
            Path copies = Files.createTempDirectory("tipstats-rules");
            try (BackupDatabase database = opener.open(false);
                    Connection connection = database.source().getConnection()) {
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
                new AcceptedSubmissions(new Database(OneConnection.of(connection)), new TemporaryFiles(copies))
                        .each(this::show, trial::add);
            } finally {
                Files.deleteIfExists(copies);
            }
        }

        private static void write(TrialReport report, Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            try {
                if (name.endsWith(".json")) {
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValue(file.toFile(), report);
                } else {
                    Files.writeString(file, name.endsWith(".csv") ? TrialText.csv(report) : TrialText.text(report));
                }
            } catch (IOException e) {
                throw new NoAccessException("The report " + file + " cannot be written.");
            }
        }
    }
}
