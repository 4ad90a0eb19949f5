/**
 * Applies disclosure control in the service: compiles accepted figures, stores the thresholds and orders that areas set
 * for their own figures, runs one protection at a time, and shows which figures of a submission would be withheld.
 */
package org.tipstats.publish.draft;
