/**
 * Compares figures about the same people from different reporters. In the mirror statistics of a release, areas report
 * each other's citizens; large differences lead to questions to the areas. The package also shows the figures of other
 * sources next to the official figures.
 *
 * <p>{@link org.tipstats.disseminate.comparison.PublishedFlows} adds up the flows of people between areas, for the
 * world, a region or a country. {@link org.tipstats.disseminate.comparison.FlowService} caches the figures to add up
 * for a few releases.
 *
 * <p>The schemas define which figures are compared, and how large a difference must be to lead to a question.
 */
package org.tipstats.disseminate.comparison;
