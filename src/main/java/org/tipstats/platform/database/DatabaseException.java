package org.tipstats.platform.database;

import java.sql.SQLException;

/** Reports that the database refused a statement or was not reachable. The cause has the state code. */
public final class DatabaseException extends RuntimeException {

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
