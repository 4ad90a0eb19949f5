/**
 * Tables from other organisations, with their own columns: the parts of the commands {@code protect} and {@code audit}
 * that go beyond the room {@code protect}.
 *
 * <p>{@code protect}: {@code CrossedTables} turns counted rows into the cells that the room searches.
 *
 * <p>{@code audit}: {@code PublishedFiles} reads the files. A file belongs to a dataflow of the service
 * ({@code DataflowFile}), or is any table with columns of codes and one column of counts ({@code GenericTable}).
 * {@code TableEquations} models what an intruder knows from the tables. This class shares nothing with
 * {@code CrossedTables}, so that one mistake cannot affect both.
 */
package org.tipstats.start.tables;
