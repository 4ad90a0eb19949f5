package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;

/**
 * What a dataflow's schema says about disclosure control, besides its threshold; one annotation for each field.
 *
 * @param method {@code DISCLOSURE}: {@code SUPPRESSION} (default) or {@code ROUNDING}
 * @param roundingBase {@code ROUNDING_BASE}: 3 (default) or 5; what counts from 1 to below it are rounded to, besides 0.
 *     It may be below the threshold: counts from the base upwards are then public. 0 without rounding
 * @param zerosPublic {@code ZEROS}: whether a count of 0 is always published ({@code PUBLIC}, default) or may be
 *     withheld like any other ({@code PROTECTED})
 * @param fewestAreas {@code FEWEST_AREAS}: an aggregate over fewer reporting areas is withheld; 0 (default) for no such
 *     rule
 * @param dominancePercent {@code DOMINANCE}: an aggregate of which one area has more than so many percent is withheld; 0
 *     (default) for no such rule
 * @param totalsOf {@code TOTALS_OF}: the id of the dataflow whose figures the totals of this one repeat, or null. A
 *     dimension that only one of the two has stands at its total there
 */
public record DisclosureSettings(
        DisclosureMethod method,
        int roundingBase,
        boolean zerosPublic,
        int fewestAreas,
        int dominancePercent,
        String totalsOf) {

    /** What holds where the schema says nothing. */
    public static final DisclosureSettings DEFAULT =
            new DisclosureSettings(DisclosureMethod.SUPPRESSION, 0, true, 0, 0, null);

    private static final List<Integer> BASES = List.of(3, 5);
    private static final int ALL = 100;

    public DisclosureSettings {
        if (method == DisclosureMethod.ROUNDING ? !BASES.contains(roundingBase) : roundingBase != 0) {
            throw new SchemaException("ROUNDING_BASE is 3 or 5, and stands with DISCLOSURE=ROUNDING only");
        }
        if (fewestAreas < 0 || dominancePercent < 0 || dominancePercent >= ALL) {
            throw new SchemaException(
                    "FEWEST_AREAS and DOMINANCE are not negative, and DOMINANCE is below 100 percent");
        }
    }

    /** The default but for rounding to the base. */
    public static DisclosureSettings rounding(int base) {
        return new DisclosureSettings(DisclosureMethod.ROUNDING, base, true, 0, 0, null);
    }

    public boolean rounds() {
        return method == DisclosureMethod.ROUNDING;
    }

    /** Reads the annotations of a dataflow; throws {@link SchemaException} for a value that is none of those above. */
    static DisclosureSettings from(Map<String, String> annotations) {
        boolean rounds = "ROUNDING".equals(oneOf(annotations, "DISCLOSURE", List.of("SUPPRESSION", "ROUNDING")));
        return new DisclosureSettings(
                rounds ? DisclosureMethod.ROUNDING : DisclosureMethod.SUPPRESSION,
                number(annotations, "ROUNDING_BASE", rounds ? BASES.get(0) : 0),
                "PUBLIC".equals(oneOf(annotations, "ZEROS", List.of("PUBLIC", "PROTECTED"))),
                number(annotations, "FEWEST_AREAS", 0),
                number(annotations, "DOMINANCE", 0),
                annotations.get("TOTALS_OF"));
    }

    /** The whole number that an annotation holds, or its default. */
    static int number(Map<String, String> annotations, String type, int otherwise) {
        String value = annotations.get(type);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new SchemaException(type + " is \"" + value + "\", which is no whole number", e);
        }
    }

    /** The annotation's value, or the first of those that it may have. */
    private static String oneOf(Map<String, String> annotations, String type, List<String> values) {
        String value = annotations.getOrDefault(type, values.get(0));
        if (!values.contains(value)) {
            throw new SchemaException(type + " is \"" + value + "\", which is none of " + String.join(", ", values));
        }
        return value;
    }
}
