package org.tipstats.platform.database;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;
import org.tipstats.platform.database.Database.DatabaseException;

/**
 * Sets the rows that the database may show, whenever a transaction or a query takes a connection from the pool. A
 * setting that is made within a transaction ends with the transaction. A statement is sent only if the connection does
 * not have the right scope already.
 */
@Singleton
final class ScopedConnections implements AgroalPoolInterceptor {

    private static final String SET = "select set_config('tipstats.areas', ?, ?), set_config('tipstats.account', ?, ?)";

    /** The scopes that connections keep between transactions. A connection without an entry has the initial scope. */
    private final Map<PGConnection, RowScope> scopes = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            PGConnection session = connection.unwrap(PGConnection.class);
            RowScope wanted = RowScope.current();
            if (!wanted.equals(scopes.getOrDefault(session, RowScope.ALL))) {
                boolean transaction = !connection.getAutoCommit();
                set(connection, wanted, transaction);
                if (!transaction) {
                    scopes.put(session, wanted);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void set(Connection connection, RowScope scope, boolean transaction) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, scope.areas());
            statement.setBoolean(2, transaction);
            statement.setString(3, scope.account());
            statement.setBoolean(4, transaction);
            statement.execute();
        }
    }
}
