package org.tipstats.vocabulary.schema;

/** What a component of a data structure means to rules and aggregation; given by the annotation {@code ROLE}. */
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
    /** Which of several figures about the same people it is, in a derived dataflow. */
    FIGURE,
    /** How far victims had come, in a derived dataflow. */
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
