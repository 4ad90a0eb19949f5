package org.tipstats.collect.values;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The origin of an accepted value.
 *
 * @param fileName the name of the submitted file, or null
 * @param line the physical line on which its record starts
 * @param sha256 hash of the file as received; null if the reader may not know the whole file, because a hash confirms
 *     guesses
 * @param submittedBy the name of the account; only for signed-in staff
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

    /** Returns the same origin without the hash of the file. */
    public ValueSource withoutHash() {
        return new ValueSource(submissionId, fileName, line, null, acceptedAt, submittedBy);
    }

    /** Returns the same origin without the name of the account. */
    public ValueSource withoutName() {
        return new ValueSource(submissionId, fileName, line, sha256, acceptedAt, null);
    }
}
