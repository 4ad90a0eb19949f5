/** Validates files without a submission, and writes the reports on files and on submissions in all formats. */
package org.tipstats.collect.reports;
