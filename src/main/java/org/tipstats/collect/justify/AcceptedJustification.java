package org.tipstats.collect.justify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A justification of an accepted submission.
 *
 * @param subject the keys that it explains; null for a whole rule
 * @param areas the areas of its submission
 */
record AcceptedJustification(
        long id,
        String rule,
        KeyPattern subject,
        String text,
        String reason,
        boolean footnote,
        List<String> areas,
        OfferedJustification.Origin origin) {

    /** Reads a row of the query in {@link AcceptedJustificationRepository}. */
    static AcceptedJustification from(ResultSet row) throws SQLException {
        String subject = row.getString(3);
        return new AcceptedJustification(
                row.getLong(1),
                row.getString(2),
                subject == null ? null : KeyPattern.parse(subject),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                texts(row, 7),
                new OfferedJustification.Origin(
                        row.getObject(8, UUID.class),
                        texts(row, 9),
                        row.getObject(10, OffsetDateTime.class).toInstant(),
                        row.getString(11),
                        row.getString(12)));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
