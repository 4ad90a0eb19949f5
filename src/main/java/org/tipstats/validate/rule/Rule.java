package org.tipstats.validate.rule;

import org.tipstats.validate.findings.Severity;

/** A rule: one class, one id, one entry in the catalogue. */
interface Rule {

    /** Returns the stable id that reports and schemas use. */
    String id();

    /** Returns the severity that applies if the schema does not set one. */
    Severity severity();
}
