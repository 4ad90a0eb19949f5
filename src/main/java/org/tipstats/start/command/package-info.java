/**
 * The command line: the validator, the audit of published tables, and secondary suppression of any table, without a server, a database or a network.
 *
 * <p>At the edge of the order; imports the pure packages only, and only {@code bootstrap} imports it. The validator gives the
 * very report that the service gives for the same file: that of an anonymous validation against an empty service, or against
 * the file that {@code --previous} names, then but for the lists of rules that passed or were not run: whose an area is
 * only the service knows.
 *
 * <p>Public: {@link org.tipstats.start.command.CommandLineInterface}.
 */
package org.tipstats.start.command;
