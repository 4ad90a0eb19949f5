package org.tipstats.vocabulary.schema;

/**
 * The meaning of a component of a data structure for rules and aggregation. The annotation {@code ROLE} gives this
 * meaning.
 */
public enum Role {
    FREQUENCY,
    AREA,
    TIME,
    SEX,
    AGE,
    EXPLOITATION,
    CITIZENSHIP,
    COUNTERPART,
    STAGE,
    OFFENCE,
    SUPPORT,
    /** The dimension of a derived dataflow that separates several figures about the same people. */
    FIGURE,
    /**
     * The dimension of a derived dataflow that states the origin of victims: the detecting area, its sub-region, or
     * elsewhere.
     */
    FLOW,
    UNIT,
    VALUE,
    STATUS,
    CONFIDENTIALITY,
    MULTI_RESPONSE,
    TIME_COVERAGE,
    COMMENT,
    LOWER,
    UPPER,
    N_AREAS,
    N_REPORTING,
    N_MASKED,
    POP_COVERAGE,
    DIFFERENCE,
    KNOWN_SUM,
    N_PARTS,
    N_KNOWN,
    /** A component that no rule needs to recognise. */
    NONE
}
