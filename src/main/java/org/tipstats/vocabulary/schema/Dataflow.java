package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataflow: data that is published under one structure. Its data is submitted, unless it is derived from other
 * dataflows.
 *
 * @param agency the agency that maintains it
 * @param submission the codes that a submission may hold
 * @param publication the codes that a release may hold
 * @param threshold counts from 1 to below the threshold are never published; 0 means that none are withheld
 * @param disclosure the settings that protect small counts
 * @param reference the kind of reference data, which the administrator loads, or null if areas submit the data
 * @param rules the settings of single rules, by rule id
 * @param derivation how the data is computed from other dataflows, or null if it is submitted
 */
public record Dataflow(
        String agency,
        String id,
        String version,
        LocalText name,
        LocalText description,
        DataStructure structure,
        Constraint submission,
        Constraint publication,
        int threshold,
        DisclosureSettings disclosure,
        String reference,
        Map<String, RuleSetting> rules,
        Derivation derivation) {

    public Dataflow {
        rules = Map.copyOf(rules);
    }

    /** Creates a dataflow that is submitted. */
    public Dataflow(
            String agency,
            String id,
            String version,
            LocalText name,
            LocalText description,
            DataStructure structure,
            Constraint submission,
            Constraint publication,
            int threshold,
            DisclosureSettings disclosure,
            String reference,
            Map<String, RuleSetting> rules) {
        this(
                agency,
                id,
                version,
                name,
                description,
                structure,
                submission,
                publication,
                threshold,
                disclosure,
                reference,
                rules,
                null);
    }

    /** Returns the same dataflow with other settings of disclosure control. */
    public Dataflow withDisclosure(DisclosureSettings other) {
        return new Dataflow(
                agency,
                id,
                version,
                name,
                description,
                structure,
                submission,
                publication,
                threshold,
                other,
                reference,
                rules,
                derivation);
    }

    /** Returns the identification of SDMX: {@code AGENCY:ID(VERSION)}. */
    public String identification() {
        return agency + ":" + id + "(" + version + ")";
    }

    public boolean isReference() {
        return reference != null;
    }

    /** Returns whether this dataflow holds the population, which is the denominator of rates. */
    public boolean isPopulation() {
        return "POPULATION".equals(reference);
    }

    /** Returns whether this dataflow is computed from other dataflows of a release and never submitted. */
    public boolean isDerived() {
        return derivation != null;
    }

    public Optional<RuleSetting> rule(String ruleId) {
        return Optional.ofNullable(rules.get(ruleId));
    }

    /** Returns the code of the unit with this meaning (COUNT or RATE), if publications may have it. */
    public Optional<Code> unit(String meaning) {
        Dimension unit = structure.unit();
        return unit.codes().first(code -> code.means(meaning) && publication.allows(unit.id(), code.id()));
    }

    /** Returns the dimensions that a file must have: all that the submission constraint does not fix to one code. */
    public List<Dimension> requiredDimensions() {
        return structure.dimensions().stream()
                .filter(d -> submission.fixed(d.id()).isEmpty())
                .toList();
    }
}
