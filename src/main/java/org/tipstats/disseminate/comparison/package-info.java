/**
 * What several tell of the same people: the mirror statistics of a release, where areas speak of each other's citizens, with
 * what the areas are asked about them; and figures of other sources beside the official ones.
 *
 * <p>After {@code export} in the order; imports {@code release}, {@code mirror} and what is left of them. What is compared
 * with what, and from which difference on it is asked about, stands in the schemas.
 *
 * <p>Public: {@code MirrorService}; {@code QuestionService} with {@code MirrorQuestion}; {@code SourceService}.
 */
package org.tipstats.disseminate.comparison;
