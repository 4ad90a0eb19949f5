package org.tipstats.platform.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Stores bytes as numbered rows of at most one megabyte, so that neither the program nor the database must keep a large
 * file in memory at once. The table has the columns {@code piece} and {@code content}, and the columns that identify
 * the owner of the bytes, for example {@code job_id}.
 */
public final class ChunkStore {

    private static final int PIECE_BYTES = 1 << 20;

    private final Database database;
    private final String insert;
    private final String select;

    /**
     * @param table a table name; must be a constant of the program
     * @param owner the columns that identify the owner of the bytes; must be constants of the program
     */
    public ChunkStore(Database database, String table, String... owner) {
        this.database = database;
        this.insert = "insert into " + table + " (" + String.join(", ", owner) + ", piece, content) values ("
                + "?, ".repeat(owner.length) + "?, ?)";
        this.select =
                "select content from " + table + " where " + String.join(" = ? and ", owner) + " = ? and piece = ?";
    }

    /** Stores all bytes of the stream for an owner, in the caller's transaction. */
    public void write(InputStream in, Object... owner) throws IOException {
        byte[] buffer = new byte[PIECE_BYTES];
        int piece = 0;
        for (int read = in.readNBytes(buffer, 0, PIECE_BYTES); read > 0; read = in.readNBytes(buffer, 0, PIECE_BYTES)) {
            Object[] values = Arrays.copyOf(owner, owner.length + 2);
            values[owner.length] = piece++;
            values[owner.length + 1] = Arrays.copyOf(buffer, read);
            database.update(insert, values);
        }
    }

    /**
     * Opens the bytes as a stream that reads one piece at a time from the database. The stream is empty if the owner
     * has no pieces.
     */
    public InputStream open(Object... owner) {
        return new InputStream() {
            private int next;
            private InputStream current = InputStream.nullInputStream();

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = current.read(target, offset, length);
                if (read >= 0 || length == 0) {
                    return Math.max(read, 0);
                }
                byte[] content = piece(next++, owner);
                if (content == null) {
                    return -1;
                }
                current = new ByteArrayInputStream(content);
                return current.read(target, offset, length);
            }
        };
    }

    private byte[] piece(int number, Object... owner) {
        Object[] values = Arrays.copyOf(owner, owner.length + 1);
        values[owner.length] = number;
        return database.first(select, row -> row.getBytes(1), values).orElse(null);
    }
}
