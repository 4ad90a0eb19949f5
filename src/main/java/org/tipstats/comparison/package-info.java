/**
 * What several areas say of the same people: the mirror statistics of a release, and what the areas are asked about them.
 *
 * <p>After {@code export} in the order; imports {@code release}, {@code mirror} and what is left of them. What is compared
 * with what, and from which difference on it is asked about, stands in the schemas.
 *
 * <p>Public: {@code MirrorService}; {@code QuestionService} with {@code MirrorQuestion}.
 */
package org.tipstats.comparison;
