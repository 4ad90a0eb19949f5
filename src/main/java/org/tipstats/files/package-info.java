/**
 * Reads files as tables that record the line of each row, and writes tables as files.
 *
 * <p>Face: other rooms (see the README) may use only these types:
 *
 * <ul>
 *   <li>csv: {@code CsvReader}, {@code CsvTable}, {@code DelimitedRows}, {@code Dialect},
 *       {@code MalformedFileException}, {@code RawRow}, {@code RowReader}, {@code RowSource}
 *   <li>detect: {@code DelimitedFile}, {@code FileKind}, {@code FileProbe}, {@code MisreadText},
 *       {@code UnreadableTableException}
 *   <li>message: {@code JsonCursor}, {@code MessageReader}
 *   <li>parquet: {@code ParquetTable}
 *   <li>workbook: {@code CellStyle}, {@code SheetWriter}, {@code WorkbookReader}, {@code WorkbookSheets},
 *       {@code WorkbookWriter}
 * </ul>
 */
package org.tipstats.files;
