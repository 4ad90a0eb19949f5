/**
 * Compares figures about the same people from different reporters. It has the mirror statistics of a release, in which
 * areas report each other's citizens, with the questions to those areas, and the figures of other sources next to the
 * official ones.
 *
 * <p>The schemas define which figures are compared, and the difference from which a question is asked.
 */
package org.tipstats.disseminate.comparison;
