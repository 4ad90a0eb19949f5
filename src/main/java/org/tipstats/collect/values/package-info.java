/** Submitted and accepted values with their history, and what a submission would change. */
package org.tipstats.collect.values;
