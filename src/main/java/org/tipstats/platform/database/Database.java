package org.tipstats.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.apache.commons.io.function.IOConsumer;

/**
 * Runs plain SQL in the caller's transaction. Statements must be constants of the program; values are bound. Values are
 * strings, whole numbers, booleans, UUIDs, dates, instants, bytes, collections of strings (as {@code text[]}), or null.
 */
@ApplicationScoped
public class Database {

    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    private static final int FETCH_SIZE = 10_000;

    /**
     * The longest time for a copy, equal to the default for transactions in application.properties. Other statements
     * may take 30 seconds.
     */
    private static final String COPY_TIMEOUT = "5min";

    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /**
     * Passes each row of a query to the consumer. Within a transaction, the rows arrive in portions, so that a large
     * result needs little memory.
     */
    public void each(String sql, RowConsumer consumer, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Runs a query and ignores its result. Cancels the query after this number of seconds. */
    public void call(String sql, int seconds) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(seconds);
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    public <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
        List<T> rows = new ArrayList<>();
        each(sql, row -> rows.add(reader.read(row)), values);
        return rows;
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /** Returns the first column of the only row of a query as a whole number. */
    public long number(String sql, Object... values) {
        return list(sql, row -> row.getLong(1), values).get(0);
    }

    /** Returns the first column of the only row of a query as an instant; empty if the column is null. */
    public Optional<Instant> instant(String sql, Object... values) {
        return list(sql, row -> Optional.ofNullable(time(row, 1)), values).get(0);
    }

    public static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Returns the texts of a column whose type is an array of texts; empty if the column is null. */
    public static List<String> texts(ResultSet row, int column) throws SQLException {
        Array texts = row.getArray(column);
        return texts == null ? List.of() : List.of((String[]) texts.getArray());
    }

    public DatabaseStatus facts() {
        return list(
                        "select current_setting('server_version'), pg_database_size(current_database()),"
                                + " (select count(*) from pg_stat_activity where datname = current_database())",
                        row -> new DatabaseStatus(row.getString(1), row.getLong(2), row.getLong(3)))
                .get(0);
    }

    /**
     * Runs a statement that changes data.
     *
     * @return the number of changed rows
     */
    public int update(String sql, Object... values) {
        try (Connection connection = source.getConnection()) {
            return update(connection, sql, values);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Runs a statement that changes data, in the transaction of the given connection. */
    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        }
    }

    /**
     * Copies rows into a table. The copy may take as long as a transaction, because the work makes the rows during the
     * copy.
     *
     * @param target table and columns, for example {@code "t (a, b)"}; must be a constant of the program
     */
    public void copy(String target, IOConsumer<CopyWriter> work) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = '" + COPY_TIMEOUT + "'");
            try (CopyWriter rows = new CopyWriter(connection, target)) {
                work.accept(rows);
            }
            statement.execute("set local statement_timeout to default");
        } catch (SQLException e) {
            throw new DatabaseException(e);
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw new DatabaseException(refused);
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a lock and holds it until the transaction ends. The same name always means the same lock. */
    public void lock(String name) {
        CRC32 high = new CRC32();
        high.update(name.getBytes(StandardCharsets.UTF_8));
        long number = high.getValue() << 32 | name.hashCode() & 0xffffffffL;
        list("select pg_advisory_xact_lock(?)", row -> true, number);
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            } else if (value instanceof Collection<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** Reports that the database refused a statement or was not reachable. The cause contains the SQLSTATE. */
    public static final class DatabaseException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DatabaseException(SQLException cause) {
            super(cause);
        }

        /** Returns the SQLSTATE, five characters that classify the error, or an empty text if there is none. */
        public String state() {
            String state = ((SQLException) getCause()).getSQLState();
            return state == null ? "" : state;
        }
    }

    /** The version and size of the database and the number of its open connections, as the database reports them. */
    public record DatabaseStatus(String version, long bytes, long connections) {}
}
