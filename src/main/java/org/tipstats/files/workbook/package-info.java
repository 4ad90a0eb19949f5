/**
 * Workbooks as statisticians submit and receive them. Reads XLSX and OpenDocument sheets as rows with their places, and
 * writes XLSX for reports and templates.
 *
 * <p>After {@code csv} in the order, whose rows, assumptions and faults it uses, and after {@code xml}; the only user of
 * fastexcel. Reading streams and trusts nothing: it counts the bytes that an archive inflates to, accepts no document
 * type and runs no formula.
 *
 * <p>Public: {@link org.tipstats.files.workbook.WorkbookReader}; {@link org.tipstats.files.workbook.WorkbookWriter} with {@link
 * org.tipstats.files.workbook.SheetWriter}, {@link org.tipstats.files.workbook.CellStyle} and {@link
 * org.tipstats.files.workbook.DropDown}.
 */
package org.tipstats.files.workbook;
