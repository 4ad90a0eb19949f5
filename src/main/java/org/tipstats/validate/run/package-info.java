/** The validator: opens a file, runs the rules in order, and reports what they found. */
package org.tipstats.validate.run;
