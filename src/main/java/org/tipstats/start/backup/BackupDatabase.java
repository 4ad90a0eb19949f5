package org.tipstats.start.backup;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.tipstats.start.postgres.DatabaseAddress;

/** Gives commands access to the database that the settings name. The caller must close this object. */
public final class BackupDatabase implements AutoCloseable {

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final Runnable end;

    /** @param end ends the server that was started for the command, if there is one */
    public BackupDatabase(DatabaseAddress address, Runnable end) {
        this.end = end;
        source.setUrl(address.url());
        address.username().ifPresent(source::setUser);
        address.password().ifPresent(source::setPassword);
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        end.run();
    }

    /** Opens the database that the settings name. */
    @FunctionalInterface
    public interface Opener {

        /**
         * @param fresh false to open an embedded database that exists and may be in use; true to create it if it is
         *     missing, and to fail if it is in use
         */
        BackupDatabase open(boolean fresh);
    }
}
