package org.tipstats.platform.database;

import java.sql.SQLException;

/** The database refused or could not be reached; the cause has its state code. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super(cause);
    }

    /** The five characters that say what kind of fault it was, or an empty text. */
    public String state() {
        String state = ((SQLException) getCause()).getSQLState();
        return state == null ? "" : state;
    }
}
