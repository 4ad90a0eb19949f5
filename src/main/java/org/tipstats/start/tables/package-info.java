/**
 * Reads files of published tables for the command {@code audit}. A file belongs to a dataflow of the service
 * ({@code DataflowFile}), or it is any table with columns of codes and one column of counts ({@code GenericTable}).
 * The room {@code protect} gets the tables that come of it, so it needs to know nothing of files.
 */
package org.tipstats.start.tables;
