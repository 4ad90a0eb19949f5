package org.tipstats.compile.mirror;

import java.util.Map;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaException;

/** Builds the keys of a derived dataflow. All figures of a derived dataflow are counts. */
final class DerivedKeys {

    private final DataStructure structure;
    private final KeySpace space;

    DerivedKeys(Dataflow dataflow) {
        this.structure = dataflow.structure();
        this.space = new KeySpace(structure);
    }

    KeySpace space() {
        return space;
    }

    /**
     * Returns the key of a figure.
     *
     * @param codes for each other dimension, by its role, the id of its code; the frequency and the unit need no code
     */
    long of(String area, String year, Map<Role, String> codes) {
        int[] positions = new int[structure.dimensions().size()];
        for (Dimension dimension : structure.dimensions()) {
            int position = switch (dimension.role()) {
                case AREA -> dimension.positionOf(area);
                case TIME -> dimension.positionOf(year);
                case UNIT -> code(dimension, "COUNT").position();
                case FREQUENCY -> 0;
                default -> dimension.positionOf(codes.get(dimension.role()));
            };
            if (position < 0) {
                throw new SchemaException(structure.id() + ": " + dimension.id() + " has not the codes of its sources");
            }
            positions[dimension.position()] = position;
        }
        return space.pack(positions);
    }

    /** Returns the id of the code that has the given meaning in the dimension with the given role. */
    String code(Role role, String meaning) {
        return structure
                .dimension(role)
                .map(dimension -> code(dimension, meaning).id())
                .orElseThrow(() -> new SchemaException(structure.id() + " has no dimension with the role " + role));
    }

    private static Code code(Dimension dimension, String meaning) {
        return dimension
                .codes()
                .first(code -> code.means(meaning))
                .orElseThrow(() -> new SchemaException(dimension.codes().id() + " has no code that means " + meaning));
    }
}
