/**
 * Ways on if checks block a draft: what each way costs, and drafts compiled with them (decision 66).
 *
 * <p>In reading order: a {@code Remedy} is one way on. {@code RemediedFigures} applies remedies to compiled figures.
 * {@code RemedyCandidates} names the remedies that may help a blocked figure, and {@code RemedySearch} tries them.
 */
package org.tipstats.publish.remedy;
