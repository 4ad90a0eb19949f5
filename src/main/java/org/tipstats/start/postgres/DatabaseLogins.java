package org.tipstats.start.postgres;

/**
 * The two logins for a database. The owner's role makes and changes the tables; the service's role only works with
 * rows. With one role for both, as in version 1.0, the two are equal.
 *
 * @param owner for migrations, and for the commands that use the database
 * @param service for everything else
 */
public record DatabaseLogins(DatabaseAddress owner, DatabaseAddress service) {}
