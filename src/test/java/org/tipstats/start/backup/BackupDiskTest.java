package org.tipstats.start.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.TestServers;

class BackupDiskTest {

    private static final String FULL = "No space left on device";

    /** A disk that has room for the beginning of the first table. */
    private static final class FullDisk extends OutputStream {

        private int room = 1_000;

        @Override
        public void write(int one) throws IOException {
            if (room-- <= 0) {
                throw new IOException(FULL);
            }
        }
    }

    /** Regression: what the database said about a copy that broke off hid why it broke off. */
    @Test
    void aFullDiskIsTheReasonThatIsNamed() throws IOException, SQLException {
        try (PostgresServer server = TestServers.start(TestServers.newFolder());
                Connection connection = TestServers.connect(server.address())) {
            DatabaseTables.execute(
                    connection, "create table a as select md5(i::text) as text from generate_series(1, 100000) as i");
            BackupWriter writer = new BackupWriter(connection);
            IOException refused = assertThrows(IOException.class, () -> writer.snapshot(new FullDisk()));
            assertEquals(FULL, refused.getMessage());
        }
    }
}
