/**
 * Workbooks as statisticians send and get them: XLSX and OpenDocument sheets read as rows with their places, and XLSX
 * written for reports and templates.
 *
 * <p>Behind {@code csv} in the order, whose rows, assumptions and faults it tells; the only user of fastexcel. Reading
 * streams and trusts nothing: what an archive inflates to is counted, no document type is taken, no formula is run.
 *
 * <p>Public: {@link org.tipstats.files.workbook.WorkbookReader}; {@link org.tipstats.files.workbook.WorkbookWriter} with {@link
 * org.tipstats.files.workbook.SheetWriter}, {@link org.tipstats.files.workbook.CellStyle} and {@link
 * org.tipstats.files.workbook.DropDown}.
 */
package org.tipstats.files.workbook;
