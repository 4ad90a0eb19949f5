package org.tipstats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The command that starts other people's Java programs beside the tests. They run briefly, so only the quick compiler and the
 * simple collector work for them, and no test is about their bytecode.
 */
public final class JavaCommand {

    private JavaCommand() {}

    /** Returns the command with these arguments, to which the caller may add. */
    public static List<String> of(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote"));
        Collections.addAll(command, arguments);
        return command;
    }
}
