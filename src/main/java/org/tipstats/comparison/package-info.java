/**
 * What several tell of the same people: the mirror statistics of a release, where areas speak of each other's citizens; and
 * figures of other sources beside the official ones.
 *
 * <p>After {@code export} in the order; imports {@code release}, {@code mirror} and what is left of them. Dataflows are
 * found by what their dimensions mean.
 *
 * <p>Public: {@code MirrorService}; {@code SourceService}.
 */
package org.tipstats.comparison;
