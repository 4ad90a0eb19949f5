/**
 * Findings with their places, exact counts, and their sentences in the languages of the service; the head of a report.
 *
 * <p>Of errors and of informations the first are kept, compressed in memory. {@code Rule} holds what a rule states about
 * itself; the texts of a rule are found by its id in {@code rules_*.properties}. Equal reports give equal bytes.
 */
package org.tipstats.validate.findings;
