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

/** The commands that run without the service. */
public final class CommandLineInterface {

    /**
     * The exit code if the file has no errors, no hidden count can be recovered, or all sensitive cells are protected.
     */
    static final int VALID = 0;
    /** The exit code if the file has errors, a hidden count can be recovered, or a cell has no proof of protection. */
    static final int INVALID = 1;
    /** The exit code if the command line is not valid. */
    static final int MISUSE = 2;
    /** The exit code if a file cannot be read or written. */
    static final int NO_ACCESS = 3;

    private final Map<String, CommandLine> commands = new TreeMap<>();

    /**
     * Creates the commands.
     *
     * @param schemas supplies the schemas if a command needs schemas and its options name no folder
     * @param clock gives the current year
     * @param out receives the results
     * @param err receives progress and error messages
     * @param interactive whether {@code err} is a terminal, so that progress should be shown
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

    /** Returns whether the arguments name a command. Otherwise the program starts the service. */
    public static boolean isCommand(String... arguments) {
        return arguments.length > 0
                && Set.of(ValidateCommand.NAME, AuditCommand.NAME, ProtectCommand.NAME)
                        .contains(arguments[0]);
    }

    /**
     * Runs a command.
     *
     * @param arguments the name of the command and its own arguments
     * @return the exit code
     */
    public int run(String... arguments) {
        String[] own = Arrays.copyOfRange(arguments, 1, arguments.length);
        CommandLine command = commands.get(arguments[0]);
        int code = command.execute(own);
        command.getOut().flush();
        command.getErr().flush();
        return code;
    }

    /**
     * Prints one sentence for a problem that the user can correct. Any other exception is a bug and is thrown again.
     */
    private int refuse(Exception cause, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (cause instanceof NoAccessException) {
            command.getErr().println(cause.getMessage());
            return NO_ACCESS;
        }
        throw cause;
    }
}
