package org.tipstats.platform.database;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Writes rows into a table with COPY in text format, within the connection's transaction. This is about four times as
 * fast as batches. Closing the writer completes the copy.
 */
public final class CopyWriter implements AutoCloseable {

    private final Writer out;
    private boolean rowStarted;

    /** @param target table and columns, for example {@code "t (a, b)"}; must be a constant of the program */
    public CopyWriter(Connection connection, String target) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        this.out = new BufferedWriter(
                new OutputStreamWriter(
                        new PGCopyOutputStream(postgres, "copy " + target + " from stdin", 1 << 16),
                        StandardCharsets.UTF_8),
                1 << 16);
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

    private void escaped(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.write("\\\\");
                case '\t' -> out.write("\\t");
                case '\n' -> out.write("\\n");
                case '\r' -> out.write("\\r");
                default -> out.write(c);
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
