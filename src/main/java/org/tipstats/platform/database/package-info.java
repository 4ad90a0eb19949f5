/**
 * Ways of storing that Hibernate has no word for: plain SQL with bound variables, rows by COPY, bytes in pieces, locks
 * of the database. All of it takes part in the caller's transaction.
 *
 * <p>Left of every capability that keeps data; imports no other package of ours.
 *
 * <p>Public: {@code Database} with {@code DatabaseFacts}, {@code DatabaseException}, {@code CopyWriter}, {@code Pieces}.
 */
package org.tipstats.platform.database;
