package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataflow: data that is published under one structure. The data is submitted or computed from other dataflows.
 *
 * @param agency the agency that maintains the dataflow
 */
public record Dataflow(
        String agency,
        String id,
        String version,
        LocalText name,
        LocalText description,
        DataStructure structure,
        Settings settings) {

    /**
     * The settings of a dataflow in its schema.
     *
     * @param submission the codes that a submission may hold
     * @param publication the codes that a release may hold
     * @param threshold counts from 1 to below the threshold are never published, unless they are protected by rounding;
     *     0 means that counts are not protected
     * @param disclosure the settings that protect small counts
     * @param reference the kind of reference data, which the administrator loads; null if areas submit the data, or if
     *     it is derived
     * @param rules the settings of single rules, by rule id
     * @param derivation how the data is computed from other dataflows, or null if it is submitted
     */
    public record Settings(
            Constraint submission,
            Constraint publication,
            int threshold,
            DisclosureSettings disclosure,
            String reference,
            Map<String, RuleSetting> rules,
            Derivation derivation) {

        public Settings {
            rules = Map.copyOf(rules);
        }
    }

    public Constraint submission() {
        return settings.submission;
    }

    public Constraint publication() {
        return settings.publication;
    }

    public int threshold() {
        return settings.threshold;
    }

    public DisclosureSettings disclosure() {
        return settings.disclosure;
    }

    public String reference() {
        return settings.reference;
    }

    public Map<String, RuleSetting> rules() {
        return settings.rules;
    }

    public Derivation derivation() {
        return settings.derivation;
    }

    /** Returns the identification of SDMX: {@code AGENCY:ID(VERSION)}. */
    public String identification() {
        return agency + ":" + id + "(" + version + ")";
    }

    public boolean isReference() {
        return reference() != null;
    }

    /** Returns whether this dataflow holds the population, which is the denominator of rates. */
    public boolean isPopulation() {
        return "POPULATION".equals(reference());
    }

    /** Returns whether this dataflow is computed from other dataflows of a release and never submitted. */
    public boolean isDerived() {
        return derivation() != null;
    }

    public Optional<RuleSetting> rule(String ruleId) {
        return Optional.ofNullable(rules().get(ruleId));
    }

    /** Returns the code of the unit with this meaning (COUNT or RATE), if publications may have this unit. */
    public Optional<Code> unit(String meaning) {
        Dimension unit = structure.unit();
        return unit.codes().first(code -> code.means(meaning) && publication().allows(unit.id(), code.id()));
    }

    /**
     * Returns the dimensions that a file must have: all dimensions that the submission constraint does not fix to one
     * code.
     */
    public List<Dimension> requiredDimensions() {
        return structure.dimensions().stream()
                .filter(d -> submission().fixed(d.id()).isEmpty())
                .toList();
    }

    /**
     * The codes that are allowed for one use of a dataflow: for submission or for publication.
     *
     * @param allowed the allowed codes by dimension id; all codes are allowed in a dimension that is absent
     */
    public record Constraint(String id, Map<String, List<String>> allowed) {

        public Constraint {
            allowed = Map.copyOf(allowed);
        }

        public boolean allows(String dimension, String code) {
            List<String> codes = allowed.get(dimension);
            return codes == null || codes.contains(code);
        }

        /** Returns the only code that is allowed in the dimension, if there is exactly one. */
        public Optional<String> fixed(String dimension) {
            List<String> codes = allowed.get(dimension);
            return codes != null && codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
        }
    }

    /**
     * The settings of one rule in the schema of a dataflow. An annotation {@code RULE} gives the settings. The id of
     * the annotation is the id of the rule; its value is for example {@code severity=warning;tolerance=0}. A setting
     * that is absent has the rule's default.
     */
    public record RuleSetting(String rule, Map<String, String> values) {

        public RuleSetting {
            values = Map.copyOf(values);
        }

        public Optional<String> severity() {
            return Optional.ofNullable(values.get("severity"));
        }

        /** Returns a setting as text, for example the id of the dataflow that a rule compares with. */
        public Optional<String> text(String name) {
            return Optional.ofNullable(values.get(name));
        }
    }
}
