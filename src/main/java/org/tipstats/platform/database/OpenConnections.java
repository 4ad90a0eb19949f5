package org.tipstats.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The open connections to one address of a database. They can all be cut at once, also those that wait for an answer. */
final class OpenConnections {

    private static final Logger LOG = Logger.getLogger(OpenConnections.class);

    /** The SQLSTATE of a client that cannot connect. */
    private static final String CANNOT_CONNECT = "08001";

    private static final Map<String, OpenConnections> BY_ADDRESS = new ConcurrentHashMap<>();

    private final Set<Connection> open = Collections.newSetFromMap(new WeakHashMap<>());
    private boolean isRefused;

    static OpenConnections to(String address) {
        return BY_ADDRESS.computeIfAbsent(address, any -> new OpenConnections());
    }

    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    /**
     * Opens a connection.
     *
     * @throws SQLException also between {@link #cut} and {@link #admit}
     */
    Connection open(Opening opening) throws SQLException {
        requireAdmission();
        Connection connection = opening.open();
        synchronized (this) {
            open.add(connection);
        }
        return connection;
    }

    private synchronized void requireAdmission() throws SQLException {
        if (isRefused) {
            throw new SQLException("The database does not answer.", CANNOT_CONNECT);
        }
    }

    /** Cuts all connections without a word to the database, and refuses new ones. */
    void cut() {
        List<Connection> all;
        synchronized (this) {
            isRefused = true;
            all = List.copyOf(open);
            open.clear();
        }
        for (Connection each : all) {
            try {
                each.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.warn("A connection to the database could not be cut.", e);
            }
        }
    }

    synchronized void admit() {
        isRefused = false;
    }
}
