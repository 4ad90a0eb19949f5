/**
 * The command line: for example, the validator, the audit of published tables, secondary suppression of any table,
 * mappings and backups. Most commands need no server, database or network, see {@code CommandLineInterface}.
 *
 * <p>For the same file, the validator writes the same report as an anonymous validation by a service without accepted
 * figures. With {@code --previous}, the validator treats the figures in another file as accepted and compares with
 * them. In this case, only the lists of passed and skipped rules differ from the report of the service, because only
 * the service knows which data provider reports for an area.
 */
package org.tipstats.start.command;
