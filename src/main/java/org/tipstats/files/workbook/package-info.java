/**
 * Workbooks as statisticians submit and receive them. Reads XLSX and OpenDocument sheets as rows with the numbers of
 * the rows, and writes XLSX for reports and templates.
 *
 * <p>Workbooks are read as streams, and their content is not trusted: the readers count the bytes to which an archive
 * inflates, accept no document type and run no formula.
 */
package org.tipstats.files.workbook;
