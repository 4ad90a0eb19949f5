/**
 * Database access that Hibernate does not offer: plain SQL with bound variables, rows by COPY, bytes in chunks, and
 * database locks. All these operations take part in the caller's transaction, except reads from a replica.
 */
package org.tipstats.platform.database;
