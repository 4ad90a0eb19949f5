/** The forms of a report on a file: JSON, annotated CSV, workbook, summary, corrected copy. */
package org.tipstats.validate.forms;
