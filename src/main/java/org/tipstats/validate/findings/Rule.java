package org.tipstats.validate.findings;

/** A rule: one class, one id, one entry in the catalogue. */
public interface Rule {

    /** Returns the stable id that reports and schemas use. */
    String id();

    /** Returns the severity that applies if the schema does not set one. */
    Severity severity();
}
