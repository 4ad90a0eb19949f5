/**
 * Remedies for drafts that checks block: the cost of each remedy, and drafts compiled with remedies (decision 66).
 *
 * <p>In reading order: a {@code Remedy} is one way to unblock a draft. {@code RemediedFigures} applies remedies to
 * compiled figures. {@code RemedyCandidates} names the remedies that may help a blocked figure, and
 * {@code RemedySearch} tries them.
 */
package org.tipstats.publish.remedy;
