package org.tipstats.submission;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tipstats.observation.Cube;
import org.tipstats.observation.KeySpace;
import org.tipstats.observation.Observation;

/** Folds the accepted versions of values, in any order, into what holds: the latest acceptance wins. */
final class HeldValues {

    private record Version(long acceptance, boolean withdrawn, Observation observation) {}

    private final KeySpace space;
    private final Map<Long, Version> latest = new HashMap<>();

    HeldValues(KeySpace space) {
        this.space = space;
    }

    /** Takes the columns series_key, action, value, status, confidentiality, attributes, number. */
    void add(ResultSet row) throws SQLException {
        OptionalLong key = space.parse(row.getString(1));
        if (key.isEmpty()) {
            return; // a pattern: its withdrawals have rows of their own; a code that the schema has lost has no place
        }
        long acceptance = row.getLong(7);
        Version held = latest.get(key.getAsLong());
        if (held == null || held.acceptance <= acceptance) {
            latest.put(key.getAsLong(), version(key.getAsLong(), acceptance, row));
        }
    }

    private static Version version(long key, long acceptance, ResultSet row) throws SQLException {
        if (row.getString(2).equals("D")) {
            return new Version(acceptance, true, null);
        }
        Object value = row.getObject(3);
        return new Version(
                acceptance,
                false,
                new Observation(
                        key,
                        value == null ? null : BigDecimal.valueOf((Long) value),
                        row.getString(4),
                        row.getString(5),
                        ValueColumns.attributes(row.getString(6)),
                        null));
    }

    Cube toCube() {
        List<Observation> observations = new ArrayList<>(latest.size());
        for (Version version : latest.values()) {
            if (!version.withdrawn) {
                observations.add(version.observation);
            }
        }
        return Cube.of(space, observations);
    }
}
