package org.tipstats.platform.database;

/**
 * Facts that the database reports about itself.
 *
 * @param version version of the server
 * @param bytes size of the database on disk
 * @param connections number of open connections of all clients
 */
public record DatabaseStatus(String version, long bytes, long connections) {}
