package org.tipstats.start.boot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tipstats.start.postgres.PostgresServer;

/** The embedded database, which a thread of its own starts while the service prepares itself. */
final class StartingDatabase {

    private final CompletableFuture<PostgresServer> server = new CompletableFuture<>();

    private StartingDatabase() {}

    /** Begins the start. */
    static StartingDatabase begin(Supplier<PostgresServer> start) {
        StartingDatabase database = new StartingDatabase();
        // Not a thread of the common pool, because the framework has settings of its own for that pool.
        Thread thread = new Thread(() -> database.run(start), "database-start");
        thread.setDaemon(true);
        thread.start();
        return database;
    }

    private void run(Supplier<PostgresServer> start) {
        try {
            server.complete(start.get());
        } catch (RuntimeException | Error e) {
            server.completeExceptionally(e);
        }
    }

    /** Waits until the database has started. Throws what its start has thrown, as if this thread had started it. */
    PostgresServer result() {
        try {
            return server.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Stops the database in order. Waits some time for a start that is under way. After that, or if the start failed, there is
     * nothing to stop: the database ends with this process.
     */
    void stop(long patience, TimeUnit unit) {
        try {
            server.get(patience, unit).close();
        } catch (TimeoutException | ExecutionException e) {
            // The thread that waits for the result reports a failure.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
