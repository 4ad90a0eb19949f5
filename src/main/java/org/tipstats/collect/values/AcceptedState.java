package org.tipstats.collect.values;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Role;

/**
 * Reduces the accepted versions of values to one figure for each key: the version with the latest acceptance. The
 * versions may come in any order. A footnote belongs to one version only.
 */
final class AcceptedState {

    /** @param observation the value; null if the version withdraws the value */
    private record Version(long key, long acceptance, Observation observation) {}

    private record VersionId(long key, long acceptance) {}

    private static final Comparator<Version> BY_KEY_THEN_AGE =
            Comparator.comparingLong(Version::key).thenComparingLong(Version::acceptance);

    private final KeySpace space;
    private final List<Version> versions = new ArrayList<>();
    private final Map<VersionId, List<String>> footnotes = new HashMap<>();

    AcceptedState(KeySpace space) {
        this.space = space;
    }

    /** Reads the columns series_key, action, value, status, confidentiality, attributes, number. */
    void add(ResultSet row) throws SQLException {
        OptionalLong key = space.parse(row.getString(1));
        if (key.isEmpty()) {
            return; // a key pattern (its withdrawals have rows of their own), or a code that is no longer known
        }
        boolean withdrawn = row.getString(2).equals("D");
        versions.add(
                new Version(key.getAsLong(), row.getLong(7), withdrawn ? null : observation(key.getAsLong(), row)));
    }

    /**
     * Reads the columns series_key, text, number. The text is a public comment that a reviewer agreed to; the number is
     * the acceptance of the version.
     */
    void addFootnote(ResultSet row) throws SQLException {
        OptionalLong key = space.parse(row.getString(1));
        if (key.isPresent()) {
            footnotes
                    .computeIfAbsent(new VersionId(key.getAsLong(), row.getLong(3)), id -> new ArrayList<>())
                    .add(row.getString(2));
        }
    }

    private static Observation observation(long key, ResultSet row) throws SQLException {
        long value = row.getLong(3);
        BigDecimal count = row.wasNull() ? null : BigDecimal.valueOf(value);
        return new Observation(
                key, count, row.getString(4), row.getString(5), ValueColumns.attributes(row.getString(6)), null);
    }

    Cube toCube() {
        versions.sort(BY_KEY_THEN_AGE);
        List<Observation> held = new ArrayList<>(versions.size());
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            boolean isLatest = i == versions.size() - 1 || versions.get(i + 1).key() != version.key();
            if (isLatest && version.observation() != null) {
                held.add(commented(version));
            }
        }
        return Cube.of(space, held);
    }

    /** Returns the observation with its footnotes added to its comment. */
    private Observation commented(Version version) {
        Observation plain = version.observation();
        if (footnotes.isEmpty()) {
            return plain;
        }
        List<String> texts = footnotes.get(new VersionId(version.key(), version.acceptance()));
        Optional<Attribute> comment = space.structure().attribute(Role.COMMENT);
        if (texts == null || comment.isEmpty()) {
            return plain;
        }
        Map<String, String> attributes = new HashMap<>(plain.attributes());
        String id = comment.get().id();
        attributes.put(id, PublicComment.join(attributes.get(id), texts));
        return new Observation(
                plain.key(), plain.value(), plain.status(), plain.confidentiality(), attributes, plain.coverage());
    }
}
