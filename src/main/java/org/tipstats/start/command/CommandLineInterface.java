package org.tipstats.start.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tipstats.files.detect.UnreadableTableException;
import org.tipstats.start.backup.BackupDatabase;
import org.tipstats.start.backup.BackupFailedException;
import org.tipstats.start.command.BackupCommand.RestoreCommand;
import org.tipstats.start.command.BackupCommand.VerifyBackup;
import org.tipstats.start.command.LogCommand.VerifyLog;
import org.tipstats.start.command.ReleaseCommand.VerifyRelease;
import org.tipstats.start.command.ReportFile.ProgressLine;
import org.tipstats.start.postgres.StartRefusedException;
import org.tipstats.validate.trial.TriedSchemas;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The commands of the program. Most run without the service. A copy of the website is made from the answers of the
 * service. Backups, emergency tokens, trials of rules and exports of accepted figures use the database of the service.
 */
public final class CommandLineInterface {

    /**
     * The exit code for a good result, for example: the validated file has no errors, the audit can recover no hidden
     * count, the protection is proven for all cells, or the counts of a list are written.
     */
    static final int VALID = 0;
    /**
     * The exit code for a bad result, for example: the validated file has errors, the audit can recover a hidden count,
     * the protection of a cell is not proven, or a list cannot be counted.
     */
    static final int INVALID = 1;
    /** The exit code if the command line, or in some commands a file that it names, is not valid. */
    static final int MISUSE = 2;
    /** The exit code if a file, the schemas, the database or the service cannot be used. */
    static final int NO_ACCESS = 3;
    /** The exit code if the program has an error. */
    static final int FAULT = 70;

    private static final Map<String, String> EVERY_CODE =
            Map.of("2", "the command is not valid", "70", "an error in the program");

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    /** The commands by name. Creates only the command that runs, because reading all options takes long. */
    private final Map<String, Supplier<CommandLine>> commands = new TreeMap<>();

    private final PrintWriter results;
    private final PrintWriter refusals;
    private final Supplier<SchemaRegistry> schemas;
    private final Supplier<ValidateCommand> plain;
    private CompletableFuture<SchemaRegistry> read;

    /**
     * @param schemas supplies the program's own schemas, for commands whose options name no folder with schemas
     * @param inForce supplies the schemas of the service
     * @param database opens the database of the service, for commands that need it
     * @param interactive whether {@code err} is a terminal, so that progress should be shown
     */
    public CommandLineInterface(
            Supplier<SchemaRegistry> schemas,
            Supplier<SchemaRegistry> inForce,
            BackupDatabase.Opener database,
            Clock clock,
            OutputStream out,
            OutputStream err,
            boolean interactive) {
        this.schemas = schemas;
        this.results = new PrintWriter(out, true, StandardCharsets.UTF_8);
        this.refusals = new PrintWriter(err, true, StandardCharsets.UTF_8);
        ProgressLine progress = new ProgressLine(interactive ? refusals : null);
        plain = () -> new ValidateCommand(this::validated, clock, out, progress);
        commands.put(ValidateCommand.NAME, () -> of(plain.get()));
        commands.put(AuditCommand.NAME, () -> of(new AuditCommand(schemas, out)));
        commands.put(ProtectCommand.NAME, () -> of(new ProtectCommand(clock, out)));
        commands.put(
                MapCommand.NAME,
                () -> of(new MapCommand())
                        .addSubcommand(of(new GuessCommand(schemas, clock)))
                        .addSubcommand(of(new ApplyCommand(schemas)))
                        .addSubcommand(of(new MapCommand.DiffCommand(schemas))));
        commands.put(TabulateCommand.NAME, () -> of(new TabulateCommand(schemas)));
        commands.put(BackupCommand.NAME, () -> of(new BackupCommand(database)).addSubcommand(of(new VerifyBackup())));
        commands.put(RestoreCommand.NAME, () -> of(new RestoreCommand(database)));
        commands.put(EmergencyTokenCommand.NAME, () -> of(new EmergencyTokenCommand(database, clock)));
        commands.put(PrepareRolesCommand.NAME, () -> of(new PrepareRolesCommand()));
        commands.put(LogCommand.NAME, () -> of(new LogCommand()).addSubcommand(of(new VerifyLog())));
        commands.put(
                RulesCommand.NAME,
                () -> of(new RulesCommand())
                        .addSubcommand(of(new RulesCommand.TryRules(inForce, database, clock, progress))));
        commands.put(ExportSiteCommand.NAME, () -> of(new ExportSiteCommand()));
        commands.put(ExportAcceptedCommand.NAME, () -> of(new ExportAcceptedCommand(inForce, database)));
        commands.put(ReleaseCommand.NAME, () -> of(new ReleaseCommand()).addSubcommand(of(new VerifyRelease())));
    }

    /** Returns the program's schemas for a validation. Waits for the schemas if another thread already reads them. */
    private SchemaRegistry validated() {
        return read == null ? schemas.get() : read.join();
    }

    /** Returns a command. If its help lists exit codes, adds the exit codes that every command has. */
    private static CommandLine of(Object command) {
        CommandLine made = new CommandLine(command);
        UsageMessageSpec help = made.getCommandSpec().usageMessage();
        if (!help.exitCodeList().isEmpty()) {
            Map<String, String> codes = new TreeMap<>(EVERY_CODE);
            codes.putAll(help.exitCodeList());
            help.exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
        }
        return made;
    }

    /** Runs the command that the first argument names, and returns its exit code. */
    public int run(String... arguments) {
        if (!commands.containsKey(arguments[0])) {
            return list(arguments[0]);
        }
        if (arguments[0].equals(ValidateCommand.NAME)
                && Stream.of(arguments).noneMatch(each -> each.startsWith(SchemasOption.OPTION))) {
            read = CompletableFuture.supplyAsync(schemas);
            if (ValidateCommand.isPlain(arguments)) {
                OptionalInt code = plain.get().validate(arguments[1], arguments[2], refusals);
                if (code.isPresent()) {
                    return code.getAsInt();
                }
            }
        }
        CommandLine command = commands.get(arguments[0])
                .get()
                .setOut(results)
                .setErr(refusals)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExecutionExceptionHandler(this::refuse);
        int code = command.execute(Arrays.copyOfRange(arguments, 1, arguments.length));
        command.getOut().flush();
        command.getErr().flush();
        return code;
    }

    /** Prints the names of the commands: as help, or after an unknown command. */
    private int list(String asked) {
        boolean help = HELP.contains(asked);
        PrintWriter out = help ? results : refusals;
        if (!help) {
            out.println("There is no command \"" + asked + "\".");
        }
        out.println("Commands: " + String.join(", ", commands.keySet())
                + ". Each has the option --help. Without a command, the program starts the service.");
        return help ? VALID : MISUSE;
    }

    /**
     * Prints one sentence for a problem that the user can correct. Any other exception is a bug and is thrown again.
     */
    private int refuse(Exception cause, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        command.getErr().println(sentence(cause).orElseThrow(() -> cause));
        return NO_ACCESS;
    }

    /** Returns the sentence about a problem that the user can correct; empty if the exception is a bug. */
    static Optional<String> sentence(Exception cause) {
        if (cause instanceof NoAccessException
                || cause instanceof StartRefusedException
                || cause instanceof BackupFailedException
                || cause instanceof UnreadableTableException) {
            return Optional.of(cause.getMessage());
        }
        if (cause instanceof SQLException) {
            return Optional.of("The database did not answer: " + cause.getMessage());
        }
        if (cause instanceof FileSystemException file && file.getFile() != null) {
            return Optional.of("The file " + file.getFile() + " cannot be read or written.");
        }
        return cause instanceof IOException
                ? Optional.of("A file cannot be read or written: " + cause.getMessage() + ".")
                : Optional.empty();
    }

    /** The base class of the commands. It reports the errors that all commands can have. */
    @Command(mixinStandardHelpOptions = true, exitCodeOnExecutionException = FAULT)
    abstract static class OfflineCommand implements Callable<Integer> {

        @Spec
        CommandSpec spec;

        ParameterException misuse(String message) {
            return new ParameterException(spec.commandLine(), message);
        }

        /** Reads a text file in UTF-8. */
        static String text(Path file) {
            try {
                return Files.readString(requireFile(file));
            } catch (IOException e) {
                throw new NoAccessException("The file " + file + " cannot be read.");
            }
        }

        /** Returns the path if it is a file that can be read. */
        static Path requireFile(Path path) {
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                throw new NoAccessException("The file " + path + " cannot be read.");
            }
            return path;
        }

        /** Refuses to write to a file that the command also reads. Ignores null. */
        void keep(Path written, Path... read) throws IOException {
            for (Path each : read) {
                if (each != null && Files.exists(each) && Files.exists(written) && Files.isSameFile(each, written)) {
                    throw misuse("The file " + written + " would be overwritten.");
                }
            }
        }
    }

    /** A command that only groups other commands. */
    abstract static class CommandGroup extends OfflineCommand {

        @Override
        public final Integer call() {
            throw misuse(
                    "Name a command: " + String.join(", ", spec.subcommands().keySet()) + ".");
        }
    }

    /** The option that names the schemas to use. */
    static final class SchemasOption {

        static final String OPTION = "--schemas";

        private final Supplier<SchemaRegistry> program;

        @Option(
                names = OPTION,
                paramLabel = "FOLDER",
                description = "The schemas of a deployment; default: those of the program.")
        private Path folder;

        SchemasOption(Supplier<SchemaRegistry> program) {
            this.program = program;
        }

        SchemaRegistry load() {
            if (folder == null) {
                return program.get();
            }
            try {
                return TriedSchemas.load(folder);
            } catch (SchemaException e) {
                throw new NoAccessException(e.getMessage());
            }
        }
    }

    /**
     * Thrown if a file, the schemas, the database or the service cannot be used. The message is for the user of the
     * command line.
     */
    static final class NoAccessException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoAccessException(String message) {
            super(message);
        }
    }
}
