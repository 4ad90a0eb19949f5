package org.tipstats.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The open connections to one address of a database. All can be cut at once, even while they wait for an answer. */
final class OpenConnections {

    private static final Logger LOG = Logger.getLogger(OpenConnections.class);

    /** The SQLSTATE of the error that a client cannot connect. */
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
     * @throws SQLException if no connection can be opened; after {@link #cut}, always, until {@link #admit} is called
     */
    Connection open(Opening opening) throws SQLException {
        if (isRefused()) {
            throw refusal();
        }
        Connection connection = opening.open();
        synchronized (this) {
            if (!isRefused) {
                open.add(connection);
                return connection;
            }
        }
        abort(connection);
        throw refusal();
    }

    private synchronized boolean isRefused() {
        return isRefused;
    }

    private static SQLException refusal() {
        return new SQLException("The database does not answer.", CANNOT_CONNECT);
    }

    /** Cuts all connections without a message to the database, and refuses new ones. Does not wait. */
    synchronized void cut() {
        isRefused = true;
        open.forEach(OpenConnections::abort);
        open.clear();
    }

    synchronized void admit() {
        isRefused = false;
    }

    /**
     * Ends a connection without a message to the database. With TLS, closing a socket waits for a thread that writes to
     * it, and for the other side until a read times out. So this method sets a short timeout, and closes the socket in
     * another thread.
     */
    static void abort(Connection connection) {
        daemon("watch-abort", () -> {
            try {
                connection.setNetworkTimeout(Runnable::run, 1);
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The connection had already ended.", e);
            }
        });
    }

    /** Starts a thread that does not keep the program alive. */
    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
