/**
 * The command line: the validator, the audit of published tables, and secondary suppression of any table. It needs no
 * server, database or network.
 *
 * <p>The validator gives the same report as the service for the same file: that of an anonymous validation against an
 * empty service, or against the file in {@code --previous}. With {@code --previous}, only the lists of passed and
 * skipped rules differ, because only the service knows which data provider reports for an area.
 */
package org.tipstats.start.command;
