/**
 * A file as pages show it, whoever looks at it: its report: what was found by cause, and the places of the file where it was found.
 *
 * <p>After {@code page} and {@code session}, before the pages that show reports. It reads a {@code JudgedFile} of {@code
 * submission} once and makes texts of it; it decides nothing about a file.
 *
 * <p>Public: {@code ReportPage}, made by {@code ReportPages} for a {@code ReportFilter}; {@code ContentsTexts}, what was
 * read; {@code FileWords}, the words for a
 * file that was sent in; {@code ImpactTable}, made by {@code ImpactRows}, what such a file changes; {@code FileDrop}, the
 * place for a file in a form, made by {@code FileDrops}.
 */
package org.tipstats.site.file;
