package org.tipstats.publish.read;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaException;

/**
 * Reads observations from the records of a stored dataset. Finds columns by the header, so a later schema may add
 * columns.
 */
final class DatasetReader {

    /** Roles of columns that do not become attributes of the observation. */
    private static final Set<Role> NOT_ATTRIBUTES = EnumSet.of(
            Role.STATUS,
            Role.CONFIDENTIALITY,
            Role.LOWER,
            Role.UPPER,
            Role.N_AREAS,
            Role.N_REPORTING,
            Role.N_MASKED,
            Role.POP_COVERAGE);

    private final KeySpace space;
    private final DataStructure structure;
    private final Map<String, String> shared = new HashMap<>();
    private final Map<Role, String> ids = new EnumMap<>(Role.class);
    private Map<String, Integer> places;
    private String[] cells;

    DatasetReader(KeySpace space) {
        this.space = space;
        this.structure = space.structure();
        structure.attributes().forEach(attribute -> ids.putIfAbsent(attribute.role(), attribute.id()));
    }

    /** Returns the observation of a record. The first record is the header, for which the result is empty. */
    Optional<Observation> read(String[] record) {
        if (places == null) {
            places = new HashMap<>();
            for (int i = 0; i < record.length; i++) {
                places.put(record[i], i);
            }
            return Optional.empty();
        }
        cells = record;
        return Optional.of(new Observation(
                key(),
                decimal(structure.measure().id()),
                text(id(Role.STATUS)),
                text(id(Role.CONFIDENTIALITY)),
                attributes(),
                coverage()));
    }

    private long key() {
        int[] positions = new int[structure.dimensions().size()];
        for (Dimension dimension : structure.dimensions()) {
            String code = text(dimension.id());
            int position = dimension.positionOf(code);
            if (position < 0) {
                // Without this check, the figure would get the key of another figure.
                throw new SchemaException("A release has figures for " + code + " of " + dimension.id()
                        + ", which the schemas in force lack. Put it back into them and start the service again.");
            }
            positions[dimension.position()] = position;
        }
        return space.pack(positions);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (Attribute attribute : structure.attributes()) {
            String text = NOT_ATTRIBUTES.contains(attribute.role()) ? null : text(attribute.id());
            if (text != null) {
                attributes.put(attribute.id(), text);
            }
        }
        return attributes;
    }

    private Coverage coverage() {
        String areas = text(id(Role.N_AREAS));
        if (areas == null) {
            return null;
        }
        String masked = text(id(Role.N_MASKED));
        return new Coverage(
                decimal(id(Role.LOWER)),
                decimal(id(Role.UPPER)),
                Integer.parseInt(areas),
                Integer.parseInt(text(id(Role.N_REPORTING))),
                masked == null ? 0 : Integer.parseInt(masked),
                decimal(id(Role.POP_COVERAGE)));
    }

    private String id(Role role) {
        return ids.getOrDefault(role, "");
    }

    private BigDecimal decimal(String component) {
        String text = text(component);
        return text == null ? null : new BigDecimal(text);
    }

    /**
     * Returns a cell of the last record, or null if the cell is empty or its column is missing. Equal texts share one
     * object, because there are few different texts.
     */
    String text(String component) {
        Integer place = places.get(component);
        String cell = place == null || place >= cells.length ? "" : cells[place];
        return cell.isEmpty() ? null : shared.computeIfAbsent(cell, c -> c);
    }
}
