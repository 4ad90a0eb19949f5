/**
 * Everything that pages share about a submitted or checked file: the report with its findings by cause and by cell; the
 * changes that the file makes; the comments on the file.
 *
 * <p>This package uses {@code site.frame} and {@code site.session}; the pages that show reports use this package. It
 * reads a {@code JudgedFile} of {@code collect} once and turns the contents into texts. It decides nothing about a
 * file.
 */
package org.tipstats.site.file;
