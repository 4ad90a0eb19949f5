/** The guard against lists of persons: finds files in which a row is a person, not a count. */
package org.tipstats.validate.persons;
