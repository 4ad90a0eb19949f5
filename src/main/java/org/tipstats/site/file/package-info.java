/**
 * Everything that pages share about a submitted or checked file: its report, with findings by cause and the places in
 * the file where they are; the changes it makes; the comments on it.
 *
 * <p>It reads a {@code
 * ValidatedFile} of {@code collect} once and makes texts of it; it decides nothing about a file.
 */
package org.tipstats.site.file;
