/** Justifications of warnings, texts on offer from earlier years, and public comments made of them. */
package org.tipstats.collect.justify;
