/** Justifications of warnings, earlier texts that may be taken over, and public comments made from justifications. */
package org.tipstats.collect.justify;
