package org.tipstats.validate.rule;

import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;

/**
 * A rule about a table that does not have the columns of the dataflow, or about the mapping of this table. The classes only define the rules: {@code validate.mapped} makes their findings.
 */
public interface MappingRule extends Rule {

    /**
     * The table changed since the mapping was made. This is an information if the submitter need not check the change.
     */
    @Rule.Info(id = "mapping-drift", severity = Severity.ERROR, since = "1.3.0")
    final class MappingDrift implements MappingRule {}

    /** A word has no code, because neither the mapping nor the service knows it. */
    @Rule.Info(id = "unknown-word", severity = Severity.ERROR, since = "1.3.0")
    final class UnknownWord implements MappingRule {}

    /** A number is neither used nor left out for a reason. */
    @Rule.Info(id = "figure-not-used", severity = Severity.ERROR, since = "1.3.0")
    final class FigureNotUsed implements MappingRule {}

    /** A mark in place of a figure has several meanings. */
    @Rule.Info(id = "ambiguous-marker", severity = Severity.ERROR, since = "1.3.0")
    final class AmbiguousMarker implements MappingRule {}

    /** Figures cannot be added up, because a part of the sum is missing. */
    @Rule.Info(id = "sum-with-gap", severity = Severity.ERROR, since = "1.3.0")
    final class SumWithGap implements MappingRule {}

    /** A cell has several numbers. */
    @Rule.Info(id = "several-numbers-in-cell", severity = Severity.ERROR, since = "1.3.0")
    final class SeveralNumbersInCell implements MappingRule {}

    /** The table covers a part of the country. */
    @Rule.Info(id = "not-national", severity = Severity.ERROR, since = "1.3.0")
    final class NotNational implements MappingRule {}

    /** Neither the table nor the submitter says what the table counts. */
    @Rule.Info(id = "subject-unknown", severity = Severity.ERROR, since = "1.3.0")
    final class SubjectUnknown implements MappingRule {}
}
