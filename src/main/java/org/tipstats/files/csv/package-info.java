/**
 * Delimited text. Detects the kind and the dialect of a received file, reads its rows with their lines, and writes
 * tables from column objects.
 *
 * <p>Before {@code validation} in the order: imports only {@code schema} and {@code observation}, and is the only user
 * of Commons CSV. Reading streams: no file is held in memory.
 *
 * <p>Public: {@link org.tipstats.files.csv.FileProbe} (kind, hash and encoding of a file) with {@link
 * org.tipstats.files.csv.FileKind} and {@link org.tipstats.files.csv.DamagedCharacters}, {@link org.tipstats.files.csv.CsvRecords},
 * {@link org.tipstats.files.csv.Dialect} (separator, encoding, line of the header), {@link org.tipstats.files.csv.RowSource} with
 * {@link org.tipstats.files.csv.RawRow}, {@link org.tipstats.files.csv.Assumption} and {@link
 * org.tipstats.files.csv.MalformedFileException}, its implementation {@link org.tipstats.files.csv.CsvReader}, {@link
 * org.tipstats.files.csv.CellText}, {@link org.tipstats.files.csv.CsvTable} with {@link org.tipstats.files.csv.CsvColumn} and {@link
 * org.tipstats.files.csv.CsvStyle}, and {@link org.tipstats.files.csv.FormulaText}.
 */
package org.tipstats.files.csv;
