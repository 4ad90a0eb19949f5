package org.tipstats.platform.database;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.core.BaseConnection;

/**
 * Writes rows into a table with COPY in text format, within the connection's transaction. This is about four times as
 * fast as batches of inserts. Closing the writer completes the copy.
 */
public final class CopyWriter implements AutoCloseable {

    private static final String SPECIAL = "\\\t\n\r";
    private static final String ESCAPES = "\\tnr";

    private final BaseConnection connection;
    private final PGCopyOutputStream copy;
    private final Writer out;
    private boolean rowStarted;

    /** @param target table and columns, for example {@code "t (a, b)"}; must be a constant of the program */
    CopyWriter(Connection connection, String target) throws SQLException {
        this.connection = connection.unwrap(BaseConnection.class);
        this.copy = new PGCopyOutputStream(this.connection, "copy " + target + " from stdin", 1 << 16);
        this.out = new BufferedWriter(new OutputStreamWriter(copy, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Writes the next column of the row. Null becomes NULL. */
    public CopyWriter column(Object value) throws IOException {
        if (rowStarted) {
            out.write('\t');
        }
        rowStarted = true;
        if (value == null) {
            out.write("\\N");
        } else {
            escaped(value.toString());
        }
        return this;
    }

    public void endRow() throws IOException {
        out.write('\n');
        rowStarted = false;
    }

    /**
     * Writes a text with its special characters escaped. Writes the text between two such characters in one call,
     * because each call takes a lock.
     */
    private void escaped(String text) throws IOException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            int special = SPECIAL.indexOf(text.charAt(i));
            if (special >= 0) {
                out.write(text, from, i - from);
                out.write('\\');
                out.write(ESCAPES.charAt(special));
                from = i + 1;
            }
        }
        out.write(text, from, text.length() - from);
    }

    /**
     * Completes the copy. If the connection is lost, closes the connection. Otherwise the driver would keep the
     * connection locked for the copy, and the rollback would wait for ever.
     */
    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException | RuntimeException e) {
            if (copy.isActive()) {
                abort(e);
            }
            throw e;
        }
    }

    private void abort(Exception reason) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
