/**
 * What several areas say of the same people: the mirror statistics of a release.
 *
 * <p>After {@code export} in the order; imports {@code release}, {@code mirror} and what is left of them. Dataflows are
 * found by what their dimensions mean.
 *
 * <p>Public: {@code MirrorService}.
 */
package org.tipstats.comparison;
