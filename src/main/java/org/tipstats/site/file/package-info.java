/**
 * The parts that several pages about a file share: the report with its findings, the changes that the file makes to
 * accepted figures, and the comments on the file. Also the page that checks a file without an account.
 *
 * <p>The classes turn results of {@code collect}, for example a {@code ValidatedFile}, into texts. They decide nothing
 * about the file.
 */
package org.tipstats.site.file;
