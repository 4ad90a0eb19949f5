package org.tipstats.start.boot;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;

/**
 * A process that is started, and waited for, by a thread of its own. The thread lives as long as the process, since the
 * signal that tells a process of its parent's death follows the thread that started it, not the program.
 */
final class SupervisedProcess {
    private SupervisedProcess() {}

    /** Starts a process; {@code onExit} is told its exit code, whenever and for whatever reason it ends. */
    static Process start(ProcessBuilder command, IntConsumer onExit) throws IOException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread thread = new Thread(() -> supervise(command, started, onExit), "database-supervisor");
        thread.setDaemon(true);
        thread.start();
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    private static void supervise(ProcessBuilder command, CompletableFuture<Process> started, IntConsumer onExit) {
        Process process;
        try {
            process = command.start();
        } catch (IOException | RuntimeException e) {
            started.completeExceptionally(e);
            return;
        }
        started.complete(process);
        onExit.accept(process.onExit().join().exitValue());
    }
}
