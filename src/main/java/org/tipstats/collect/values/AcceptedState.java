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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaException;

/**
 * Reduces the accepted versions of values to at most one figure for each key: the version with the latest acceptance,
 * unless it withdraws the value. The versions may come in any order. A footnote belongs to one version only.
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
    /** The newest version of each text that is not a valid key: a key pattern, or a key with an unknown code. */
    private final SortedMap<String, Version> notKeys = new TreeMap<>();

    AcceptedState(KeySpace space) {
        this.space = space;
    }

    /** Reads the columns series_key, action, value, status, confidentiality, attributes, number. */
    void add(ResultSet row) throws SQLException {
        OptionalLong known = space.parse(row.getString(1));
        long key = known.orElse(-1);
        boolean withdrawn = row.getString(2).equals("D");
        Version version = new Version(key, row.getLong(7), withdrawn ? null : observation(key, row));
        if (known.isPresent()) {
            versions.add(version);
        } else {
            notKeys.merge(row.getString(1), version, BinaryOperator.maxBy(BY_KEY_THEN_AGE));
        }
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

    /**
     * Returns the figures.
     *
     * @throws SchemaException if a figure has a code that the schemas in force lack, because nobody would notice its
     *     loss
     */
    Cube toCube() {
        // A key pattern only withdraws figures. Each withdrawal has its own row, so patterns are ignored here.
        notKeys.forEach((key, version) -> {
            if (version.observation() != null) {
                throw new SchemaException("An accepted file has a figure for " + key
                        + ", which has a code that the schemas in force lack. Put it back into them and start the"
                        + " service again.");
            }
        });
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
