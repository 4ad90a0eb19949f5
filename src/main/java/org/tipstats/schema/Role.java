package org.tipstats.schema;

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
    /** A component that no rule needs to recognise. */
    NONE
}
