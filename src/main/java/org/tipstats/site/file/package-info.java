/**
 * Everything that pages share about a submitted or checked file: its report, with findings by cause and the places in
 * the file where they are; the changes it makes; the comments on it.
 *
 * <p>After {@code page} and {@code session}, before the pages that show reports. It reads a {@code JudgedFile} of
 * {@code submission} once and makes texts of it; it decides nothing about a file.
 *
 * <p>Public: {@code ReportPage}, made by {@code ReportPages} for a {@code ReportFilter}; {@code ContentsTexts}, the
 * contents of a file; {@code FileWords}, the words for a submitted file; {@code ImpactRows}, the changes
 * that such a file makes; {@code FileDrops}, the file field of a form.
 */
package org.tipstats.site.file;
