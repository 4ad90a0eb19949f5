/** Submitted and accepted values with their history, and the changes that a submission would make. */
package org.tipstats.collect.values;
