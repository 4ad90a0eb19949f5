package org.tipstats.start.postgres;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;

/**
 * Starts a process on a thread of its own, which waits until the process ends. The thread must live as long as the
 * process, because the system signals the death of a parent when the starting thread ends, not when the program ends.
 */
final class SupervisedProcess {
    private SupervisedProcess() {}

    /**
     * Starts a process.
     *
     * @param onExit receives the exit code when the process ends, for any reason
     */
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
