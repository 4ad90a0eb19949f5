package org.tipstats.start.boot;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.validate.findings.BackgroundWork;

/** The embedded database, which a thread of its own starts while the service prepares itself. */
record StartingDatabase(BackgroundWork<PostgresServer> start) {

    /** Begins the start. */
    static StartingDatabase begin(Supplier<PostgresServer> start) {
        // Not a thread of the common pool, because the framework has settings of its own for that pool.
        return new StartingDatabase(BackgroundWork.begin("database-start", start));
    }

    /** Waits until the database has started. Throws what its start has thrown, as if this thread had started it. */
    PostgresServer result() {
        return start.result();
    }

    /**
     * Stops the database in order. Waits some time for a start that is under way. After that, or if the start failed, there is
     * nothing to stop: the database ends with this process.
     */
    void stop(long patience, TimeUnit unit) {
        start.resultWithin(patience, unit).ifPresent(PostgresServer::close);
    }
}
