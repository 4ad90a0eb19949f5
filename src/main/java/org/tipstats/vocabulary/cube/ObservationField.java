package org.tipstats.vocabulary.cube;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * A component of a structure and the function that reads it from an observation. All formats write these fields, in the
 * order of the structure.
 *
 * @param id the component's id
 * @param name the component's name
 * @param codes the code list of the component, or null for years, numbers and texts
 * @param numeric whether the values of the component are numbers
 * @param required whether the field is written even without a value (dimensions, the measure and the status)
 * @param value the function that reads a text, a number or null from an observation
 */
public record ObservationField(
        String id,
        LocalText name,
        CodeList codes,
        boolean numeric,
        boolean required,
        Function<Observation, Object> value) {

    /** Returns the fields of a structure: its dimensions, its measure, its attributes. */
    public static List<ObservationField> of(KeySpace space) {
        DataStructure structure = space.structure();
        List<ObservationField> fields = new ArrayList<>();
        for (Dimension dimension : structure.dimensions()) {
            fields.add(new ObservationField(
                    dimension.id(),
                    dimension.name(),
                    dimension.codes(),
                    false,
                    true,
                    observation -> space.code(observation.key(), dimension)));
        }
        fields.add(new ObservationField(
                structure.measure().id(), structure.measure().name(), null, true, true, Observation::value));
        structure.attributes().forEach(attribute -> fields.add(of(attribute)));
        return List.copyOf(fields);
    }

    private static ObservationField of(Attribute attribute) {
        return switch (attribute.role()) {
            case STATUS -> coded(attribute, true, Observation::status);
            case CONFIDENTIALITY -> coded(attribute, false, Observation::confidentiality);
            case LOWER -> covered(attribute, Coverage::lower);
            case UPPER -> covered(attribute, Coverage::upper);
            case N_AREAS -> covered(attribute, Coverage::areas);
            case N_REPORTING -> covered(attribute, Coverage::reporting);
            case N_MASKED -> covered(attribute, Coverage::masked);
            case POP_COVERAGE -> covered(attribute, Coverage::population);
            case DIFFERENCE, KNOWN_SUM, N_PARTS, N_KNOWN -> numbered(attribute);
            default -> coded(attribute, false, o -> o.attributes().get(attribute.id()));
        };
    }

    private static ObservationField coded(Attribute attribute, boolean required, Function<Observation, Object> value) {
        return new ObservationField(attribute.id(), attribute.name(), attribute.codes(), false, required, value);
    }

    private static ObservationField numbered(Attribute attribute) {
        return number(attribute, o -> {
            String number = o.attributes().get(attribute.id());
            return number == null ? null : new BigDecimal(number);
        });
    }

    private static ObservationField covered(Attribute attribute, Function<Coverage, Object> value) {
        return number(attribute, o -> o.coverage() == null ? null : value.apply(o.coverage()));
    }

    private static ObservationField number(Attribute attribute, Function<Observation, Object> value) {
        return new ObservationField(attribute.id(), attribute.name(), null, true, false, value);
    }

    /** Returns the value as plain text, or null if there is no value. */
    public String text(Observation observation) {
        Object found = value.apply(observation);
        if (found == null) {
            return null;
        }
        return found instanceof BigDecimal number ? number.toPlainString() : found.toString();
    }
}
