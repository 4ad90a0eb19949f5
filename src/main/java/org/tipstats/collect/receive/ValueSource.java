package org.tipstats.collect.receive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Where an accepted value came from.
 *
 * @param fileName the name that the file was sent under, or null
 * @param line the physical line on which its record starts
 * @param sha256 of the file as received; null where the reader must not know all that is in it, since a hash confirms
 *     guesses
 * @param submittedBy the name of the account; for signed-in staff only
 */
public record ValueSource(
        UUID submissionId,
        String fileName,
        Integer line,
        String sha256,
        Instant acceptedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String submittedBy) {

    static ValueSource from(ResultSet row) throws SQLException {
        return new ValueSource(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, Integer.class),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6));
    }

    /** The same without the hash of the file. */
    public ValueSource withoutHash() {
        return new ValueSource(submissionId, fileName, line, null, acceptedAt, submittedBy);
    }

    /** The same without the name of a person. */
    public ValueSource withoutName() {
        return new ValueSource(submissionId, fileName, line, sha256, acceptedAt, null);
    }
}
