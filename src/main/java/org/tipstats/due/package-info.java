/**
 * The files that a submitter's areas still have to submit: by dataset and year, what was received, its status, and what
 * is missing.
 *
 * <p>Among the pages. It takes the files of an area from {@code submission} and the figures of the latest release from
 * {@code coverage}. No schema sets a due date, so the page shows none: the newest year shown is the newest that any
 * area has in that release or that a file of the area itself covers. {@code comparison} adds questions about figures
 * that other areas publish of the same people. Nothing imports it.
 *
 * <p>Public: nothing.
 */
package org.tipstats.due;
