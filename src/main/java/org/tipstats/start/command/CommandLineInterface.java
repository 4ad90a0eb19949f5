package org.tipstats.start.command;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The commands that run without a service. */
public final class CommandLineInterface {

    /** Nothing in the file blocks it, nothing can be recovered, or all is protected. */
    static final int VALID = 0;
    /** The file has errors, something can be recovered, or is left without proof. */
    static final int INVALID = 1;
    /** The command is not written as it should be. */
    static final int MISUSE = 2;
    /** A file cannot be read or written. */
    static final int NO_ACCESS = 3;

    private final Map<String, CommandLine> commands = new TreeMap<>();

    /**
     * The commands over some schemas.
     *
     * @param schemas asked for when a command needs them and no other folder is named
     * @param clock which tells the current year
     * @param out where results go
     * @param err where progress and refusals go
     * @param interactive whether a person watches {@code err}, so that progress is worth showing
     */
    public CommandLineInterface(
            Supplier<SchemaRegistry> schemas, Clock clock, OutputStream out, OutputStream err, boolean interactive) {
        PrintWriter refusals = new PrintWriter(err, true, StandardCharsets.UTF_8);
        ProgressLine progress = new ProgressLine(interactive ? refusals : null);
        PrintWriter results = new PrintWriter(out, true, StandardCharsets.UTF_8);
        add(new CommandLine(new ValidateCommand(schemas, clock, out, progress)), results, refusals);
        add(new CommandLine(new AuditCommand(schemas, out)), results, refusals);
        add(new CommandLine(new ProtectCommand(clock, out)), results, refusals);
    }

    private void add(CommandLine command, PrintWriter results, PrintWriter refusals) {
        command.setOut(results)
                .setErr(refusals)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExecutionExceptionHandler(this::refuse);
        commands.put(command.getCommandName(), command);
    }

    /** Whether the program is started for a command rather than for the service. */
    public static boolean isCommand(String... arguments) {
        return arguments.length > 0
                && Set.of(ValidateCommand.NAME, AuditCommand.NAME, ProtectCommand.NAME)
                        .contains(arguments[0]);
    }

    /** Runs a command; returns the exit code. */
    public int run(String... arguments) {
        String[] own = Arrays.copyOfRange(arguments, 1, arguments.length);
        CommandLine command = commands.get(arguments[0]);
        int code = command.execute(own);
        command.getOut().flush();
        command.getErr().flush();
        return code;
    }

    /** What the person at the command line can mend is said in a sentence; anything else is a fault of the program. */
    private int refuse(Exception cause, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (cause instanceof NoAccessException) {
            command.getErr().println(cause.getMessage());
            return NO_ACCESS;
        }
        throw cause;
    }
}
