/** The checks of a draft: problems that block its publication, and facts that a publisher should know. */
package org.tipstats.publish.checks;
