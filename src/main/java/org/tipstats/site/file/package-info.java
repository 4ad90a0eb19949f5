/**
 * The parts that several pages about a file share: the report with its findings, the changes that the file makes to
 * accepted figures, and the comments on the file.
 *
 * <p>The classes turn a {@code ValidatedFile} of {@code collect} into texts. They decide nothing about the file.
 */
package org.tipstats.site.file;
