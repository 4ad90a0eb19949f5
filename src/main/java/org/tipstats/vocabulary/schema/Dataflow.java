package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataflow: what is published under one structure, and collected unless it is derived from others.
 *
 * @param agency the agency that maintains it
 * @param submission what a submission may hold
 * @param publication what a release may hold
 * @param threshold counts from 1 to below it are never published; 0 means that nothing is withheld
 * @param disclosure how small counts are protected
 * @param reference what reference data it is (loaded by the administrator), or null for submissions of areas
 * @param rules settings of single rules
 * @param derivation how it is computed from other dataflows, or null for one that is submitted
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

    /** A dataflow that is submitted. */
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

    /** The same dataflow with other settings of disclosure control. */
    public Dataflow with(DisclosureSettings other) {
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

    /** The identification of SDMX: {@code AGENCY:ID(VERSION)}. */
    public String identification() {
        return agency + ":" + id + "(" + version + ")";
    }

    public boolean isReference() {
        return reference != null;
    }

    /** Whether this dataflow holds the population, the denominator of rates. */
    public boolean isPopulation() {
        return "POPULATION".equals(reference);
    }

    /** Whether nobody submits it: it is computed from what a release publishes of other dataflows. */
    public boolean isDerived() {
        return derivation != null;
    }

    public Optional<RuleSetting> rule(String ruleId) {
        return Optional.ofNullable(rules.get(ruleId));
    }

    /** The code of the unit with this meaning (COUNT or RATE), where publications may have it. */
    public Optional<Code> unit(String meaning) {
        Dimension unit = structure.unit();
        return unit.codes().first(code -> code.means(meaning) && publication.allows(unit.id(), code.id()));
    }

    /** The dimensions that a file must have: all that the submission constraint does not fix. */
    public List<Dimension> requiredDimensions() {
        return structure.dimensions().stream()
                .filter(d -> submission.fixed(d.id()).isEmpty())
                .toList();
    }
}
