package org.tipstats.publish.tables;

import java.util.List;
import java.util.Set;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn.Kind;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Role;

/**
 * The columns of published figures in files with types. Codes are text. Years and numbers of areas or parts are
 * integers. Values, bounds and percentages are decimal numbers.
 */
public final class PublishedColumns {

    private static final Set<Role> WHOLE =
            Set.of(Role.N_AREAS, Role.N_REPORTING, Role.N_MASKED, Role.N_PARTS, Role.N_KNOWN);

    private PublishedColumns() {}

    /** Returns the columns of all components, in the order of the structure. */
    public static List<ParquetColumn<Observation>> of(KeySpace space) {
        return ObservationField.of(space).stream()
                .map(field -> of(field, space.structure()))
                .toList();
    }

    /** Returns the columns of figures as areas report them. Leaves out columns that only published figures have. */
    public static List<ParquetColumn<Observation>> ofReported(KeySpace space) {
        DataStructure structure = space.structure();
        return of(space).stream()
                .filter(column -> structure
                        .attribute(column.name())
                        .filter(Attribute::publishedOnly)
                        .isEmpty())
                .toList();
    }

    /** Returns the column of a field. Codes are not replaced by their names. */
    public static ParquetColumn<Observation> of(ObservationField field, DataStructure structure) {
        if (field.id().equals(structure.time().id())) {
            return new ParquetColumn<>(
                    field.id(), Kind.INTEGER, true, observation -> Integer.valueOf(field.text(observation)));
        }
        if (!field.numeric()) {
            return new ParquetColumn<>(field.id(), Kind.TEXT, field.required(), field.value());
        }
        boolean whole = structure
                .attribute(field.id())
                .filter(attribute -> WHOLE.contains(attribute.role()))
                .isPresent();
        return new ParquetColumn<>(field.id(), whole ? Kind.INTEGER : Kind.NUMBER, false, field.value());
    }
}
