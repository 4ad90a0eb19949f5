/**
 * Database access that Hibernate does not offer: plain SQL with bound variables, rows by COPY, bytes in pieces, and
 * database locks. All of it takes part in the caller's transaction.
 *
 * <p>Comes before every capability that stores data; imports no other package of the project.
 *
 * <p>Public: {@code Database} with {@code DatabaseFacts}, {@code DatabaseException}, {@code CopyWriter},
 * {@code Pieces}.
 */
package org.tipstats.platform.database;
