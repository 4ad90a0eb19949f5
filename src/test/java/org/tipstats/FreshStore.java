package org.tipstats;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import javax.sql.DataSource;

/**
 * Empties the store before each class of tests over HTTP. No class depends on what others sent, and no release has to
 * protect the figures of all of them. Accounts, jobs and the audit log stay.
 */
public final class FreshStore implements QuarkusTestBeforeClassCallback {

    private static final String TABLES =
            "select tablename from pg_tables where schemaname = 'public' and tablename not in"
                    + " ('account', 'account_token', 'audit_entry', 'web_session', 'job', 'job_result', 'flyway_schema_history')";

    @Override
    public void beforeClass(Class<?> testClass) {
        DataSource source = Arc.container().instance(DataSource.class).get();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            StringJoiner tables = new StringJoiner(", ", "truncate ", "");
            try (ResultSet found = statement.executeQuery(TABLES)) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            statement.execute(tables.toString());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
