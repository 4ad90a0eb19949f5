/**
 * What the areas of a submitter still have to send: by dataset and year what came in, what became of it, and what is missing.
 *
 * <p>Among the pages. It asks {@code submission} for the files of an area and {@code coverage} for what the latest release
 * has of it. No schema sets a date, so no date is shown: the newest year shown is the
 * newest that any area has in that release, or that a file of the area itself is about. {@code comparison} adds what the
 * area is asked about figures that others publish of the same people. Nothing imports it.
 *
 * <p>Public: nothing.
 */
package org.tipstats.due;
