package org.tipstats.start.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code postmaster.pid}, in which a running server records its process and its state. A killed server leaves
 * the file behind. The process number in the file may then belong to any process, even to the service or to the next
 * server.
 *
 * @param pid the server's process number
 * @param data the data folder, as written on the server's command line
 * @param readyOn the port on which the server accepts connections; empty if the server accepts no connections now
 */
record PostmasterFile(long pid, String data, Optional<Integer> readyOn) {
    private static final int PID = 0;
    private static final int DATA = 1;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    /** Reads the file in a data folder. Returns empty if the file is absent or not yet complete. */
    static Optional<PostmasterFile> read(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= DATA) {
                return Optional.empty();
            }
            boolean ready = lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(PID).strip()),
                    lines.get(DATA),
                    ready ? Optional.of(Integer.valueOf(lines.get(PORT).strip())) : Optional.empty()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the process with this number if it is the server that wrote the file. */
    Optional<ProcessHandle> server() {
        return process().filter(process -> process.info().command().isPresent() && !isOther(process.info()));
    }

    /**
     * Checks whether the file is left over. This is so if no process has its process number, or if the process with
     * this number certainly did not write the file.
     */
    boolean isStale() {
        return process().map(process -> isOther(process.info())).orElse(true);
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private boolean isOther(ProcessHandle.Info info) {
        boolean otherProgram = info.command()
                .map(command -> !Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        boolean otherData = info.arguments()
                .map(arguments -> !Arrays.asList(arguments).contains(data))
                .orElse(false);
        return otherProgram || otherData;
    }
}
