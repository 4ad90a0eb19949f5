/** The checks of a draft: what blocks its publication, and what a publisher should know. */
package org.tipstats.publish.checks;
