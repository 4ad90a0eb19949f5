package org.tipstats.platform.database;

/**
 * What the database says of itself.
 *
 * @param version of the server
 * @param bytes that the database takes on its disk
 * @param connections that are open to it, of everyone
 */
public record DatabaseFacts(String version, long bytes, long connections) {}
