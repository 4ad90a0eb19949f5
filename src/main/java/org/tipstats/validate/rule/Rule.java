package org.tipstats.validate.rule;

import org.tipstats.validate.findings.Severity;

/** A rule: one class, one id, one entry in the catalogue. */
interface Rule {

    /** The stable id, as reports and schemas spell it. */
    String id();

    /** The severity where the schema says nothing else. */
    Severity severity();
}
