package org.tipstats.vocabulary.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings of disclosure control in the schema of a dataflow, except its threshold. Each field comes from the
 * annotation that its description names.
 *
 * @param method {@code DISCLOSURE}: {@code SUPPRESSION} (default) or {@code ROUNDING}
 * @param roundingBase {@code ROUNDING_BASE}: 3 (default) or 5. Counts from 1 to below the base are rounded to 0 or to
 *     the base. The base may be lower than the threshold: counts from the base upwards are then public. The value is 0
 *     if the method is not {@code ROUNDING}
 * @param zerosPublic {@code ZEROS}: whether a count of 0 is always published ({@code PUBLIC}, default) or may be
 *     withheld like any other count ({@code PROTECTED})
 * @param fewestAreas {@code FEWEST_AREAS}: an aggregate with fewer reporting areas than this number is withheld; 0
 *     (default) turns this rule off
 * @param dominancePercent {@code DOMINANCE}: an aggregate is withheld if one area contributes more than this
 *     percentage; 0 (default) turns this rule off
 * @param totalsOf {@code TOTALS_OF}: the id of another dataflow, or null. The totals of this dataflow repeat the
 *     figures of the other dataflow. Figures correspond if every dimension that only one of the two dataflows has is at
 *     its total
 * @param ranks {@code RANKS}: the order in which figures broken down by one dimension are kept, for example {@code
 *     SEX,AGE;EXPLOITATION}: groups of dimension ids, the most valuable group first. The other dimensions come last, in
 *     one group. Empty without the annotation: in this case the dimensions with the roles sex and age come first
 * @param withholdsRegions {@code REMEDY}: {@code WITHHOLD_REGION} if the service itself withholds figures of regions to
 *     unblock a draft of a release; otherwise ({@code NONE}, default) a reviewer or publisher decides
 */
public record DisclosureSettings(
        DisclosureMethod method,
        int roundingBase,
        boolean zerosPublic,
        int fewestAreas,
        int dominancePercent,
        String totalsOf,
        List<List<String>> ranks,
        boolean withholdsRegions) {

    private static final List<Integer> BASES = List.of(3, 5);
    private static final int HUNDRED_PERCENT = 100;
    /**
     * The lowest threshold that protects counts. With a lower threshold, small counts could be computed from two
     * totals.
     */
    private static final int MIN_THRESHOLD = 3;

    public DisclosureSettings {
        SchemaException.require(
                method == DisclosureMethod.ROUNDING ? BASES.contains(roundingBase) : roundingBase == 0,
                "ROUNDING_BASE is 3 or 5, and stands with DISCLOSURE=ROUNDING only");
        SchemaException.require(
                fewestAreas >= 0 && dominancePercent >= 0 && dominancePercent < HUNDRED_PERCENT,
                "FEWEST_AREAS and DOMINANCE are not negative, and DOMINANCE is below 100 percent");
        ranks = ranks.stream().map(List::copyOf).toList();
    }

    public boolean rounds() {
        return method == DisclosureMethod.ROUNDING;
    }

    /**
     * Reads the annotations of a dataflow.
     *
     * @throws SchemaException if an annotation has a value that is not allowed
     */
    static DisclosureSettings from(Map<String, String> annotations) {
        boolean rounds = "ROUNDING".equals(oneOf(annotations, "DISCLOSURE", List.of("SUPPRESSION", "ROUNDING")));
        return new DisclosureSettings(
                rounds ? DisclosureMethod.ROUNDING : DisclosureMethod.SUPPRESSION,
                number(annotations, "ROUNDING_BASE", rounds ? BASES.get(0) : 0),
                "PUBLIC".equals(oneOf(annotations, "ZEROS", List.of("PUBLIC", "PROTECTED"))),
                number(annotations, "FEWEST_AREAS", 0),
                number(annotations, "DOMINANCE", 0),
                annotations.get("TOTALS_OF"),
                ranks(annotations.getOrDefault("RANKS", "")),
                "WITHHOLD_REGION".equals(oneOf(annotations, "REMEDY", List.of("NONE", "WITHHOLD_REGION"))));
    }

    private static List<List<String>> ranks(String annotation) {
        return Stream.of(annotation.split(";"))
                .map(group -> Stream.of(group.split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList())
                .filter(group -> !group.isEmpty())
                .toList();
    }

    /**
     * Returns the whole number of an annotation, or the default if the annotation is absent.
     *
     * @throws SchemaException if the value is not a whole number
     */
    static int number(Map<String, String> annotations, String type, int otherwise) {
        String value = annotations.get(type);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new SchemaException(type + " is \"" + value + "\", which is no whole number", e);
        }
    }

    /**
     * Returns the value of an annotation, or the first allowed value if the annotation is absent.
     *
     * @throws SchemaException if the value is not allowed
     */
    private static String oneOf(Map<String, String> annotations, String type, List<String> values) {
        String value = annotations.getOrDefault(type, values.get(0));
        if (!values.contains(value)) {
            throw new SchemaException(type + " is \"" + value + "\", which is none of " + String.join(", ", values));
        }
        return value;
    }

    /**
     * Checks the settings of all dataflows.
     *
     * @throws SchemaException if settings contradict one another
     */
    static void check(Map<String, Dataflow> dataflows) {
        for (Dataflow dataflow : dataflows.values()) {
            int threshold = dataflow.threshold();
            SchemaException.require(
                    threshold == 0 || threshold >= MIN_THRESHOLD,
                    dataflow.id() + ": THRESHOLD is " + threshold + ", but must be 0 or at least " + MIN_THRESHOLD);
            SchemaException.require(
                    threshold > 0 || !dataflow.disclosure().rounds(),
                    dataflow.id() + ": DISCLOSURE=ROUNDING without a THRESHOLD");
            checkRanks(dataflow);
            String broader = dataflow.disclosure().totalsOf();
            if (broader != null) {
                SchemaException.require(
                        dataflows.containsKey(broader), dataflow.id() + ": TOTALS_OF " + broader + " is no dataflow");
                requireSame(dataflow, dataflows.get(broader));
            }
        }
    }

    private static void checkRanks(Dataflow dataflow) {
        Set<String> named = new HashSet<>();
        for (String id :
                dataflow.disclosure().ranks().stream().flatMap(List::stream).toList()) {
            SchemaException.require(
                    dataflow.structure().dimensions().stream()
                            .anyMatch(dimension -> dimension.id().equals(id)),
                    dataflow.id() + ": RANKS names " + id + ", which is not a dimension");
            SchemaException.require(named.add(id), dataflow.id() + ": RANKS names " + id + " twice");
        }
    }

    private static void requireSame(Dataflow finer, Dataflow broader) {
        DisclosureSettings one = finer.disclosure();
        DisclosureSettings other = broader.disclosure();
        SchemaException.require(
                other.totalsOf() == null, finer.id() + ": TOTALS_OF " + broader.id() + " has TOTALS_OF itself");
        SchemaException.require(
                one.method() == other.method() && one.roundingBase() == other.roundingBase(),
                finer.id() + " and " + broader.id()
                        + " hold the same totals, so DISCLOSURE and ROUNDING_BASE must be the same in both");
    }

    /** A method that protects small counts of a dataflow. */
    public enum DisclosureMethod {
        /** Publishes no values for small counts, nor for other counts that would reveal small counts. */
        SUPPRESSION,
        /**
         * Rounds small counts to 0 or to the base. Each total is the sum of the rounded counts, so tables have no gaps.
         */
        ROUNDING
    }
}
