/**
 * Delimited text. Detects the kind and the dialect of a received file, reads its rows with their lines, and writes
 * tables from column objects.
 *
 * <p>Before {@code validation} in the order: imports only {@code schema} and {@code observation}, and is the only user
 * of Commons CSV. Reading streams: no file is held in memory.
 *
 * <p>Public: {@link org.tipstats.csv.FileProbe} (kind, hash and encoding of a file) with {@link
 * org.tipstats.csv.FileKind} and {@link org.tipstats.csv.DamagedCharacters}, {@link org.tipstats.csv.CsvRecords},
 * {@link org.tipstats.csv.Dialect} (separator, encoding, line of the header), {@link org.tipstats.csv.RowSource} with
 * {@link org.tipstats.csv.RawRow}, {@link org.tipstats.csv.Assumption} and {@link
 * org.tipstats.csv.MalformedFileException}, its implementation {@link org.tipstats.csv.CsvReader}, {@link
 * org.tipstats.csv.CellText}, {@link org.tipstats.csv.CsvTable} with {@link org.tipstats.csv.CsvColumn} and {@link
 * org.tipstats.csv.CsvStyle}, and {@link org.tipstats.csv.FormulaText}.
 */
package org.tipstats.files.csv;
