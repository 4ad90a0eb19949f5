/**
 * Findings with their lines and columns, exact counts, and sentences in the languages of the service; also the head of
 * a report.
 *
 * <p>All warnings, and the first errors and informations, are kept in memory, either compressed or as suppliers that
 * make them. {@code Rule.Info} gives the facts of a rule; {@code rules_*.properties} contain the texts of a rule under
 * its id. Equal reports give equal bytes.
 */
package org.tipstats.validate.findings;
