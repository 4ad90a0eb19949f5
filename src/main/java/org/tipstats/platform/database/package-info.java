/**
 * Database access that Hibernate does not offer: plain SQL with bound variables, rows by COPY, bytes in chunks, and
 * database locks. All of it takes part in the caller's transaction, except reads from a replica.
 */
package org.tipstats.platform.database;
