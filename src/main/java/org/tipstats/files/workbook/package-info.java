/**
 * Workbooks as statisticians submit and receive them. Reads XLSX and OpenDocument sheets as rows with their places,
 * and writes XLSX for reports and templates.
 *
 * <p>Reading streams and trusts nothing: it counts the bytes that an archive inflates to, accepts no document type and
 * runs no formula.
 */
package org.tipstats.files.workbook;
