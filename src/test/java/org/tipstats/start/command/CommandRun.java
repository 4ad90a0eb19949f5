package org.tipstats.start.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tipstats.start.backup.BackupDatabase;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The result of a command in a test: its output and its exit code. */
public record CommandRun(int exitCode, String out, String err) {

    private static final BackupDatabase.Opener NONE = fresh -> {
        throw new AssertionError("the command needs no database");
    };

    /** Runs {@code validate}. */
    public static CommandRun of(SchemaRegistry schemas, Clock clock, String... arguments) {
        return of(ValidateCommand.NAME, schemas, clock, arguments);
    }

    public static CommandRun of(String command, SchemaRegistry schemas, Clock clock, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(Arrays.asList(arguments));
        int code = new CommandLineInterface(() -> schemas, () -> schemas, NONE, clock, out, err, false)
                .run(all.toArray(String[]::new));
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
