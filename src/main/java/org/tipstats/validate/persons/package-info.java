/** Detects lists of persons: files in which each row describes one person and not a count of persons. */
package org.tipstats.validate.persons;
