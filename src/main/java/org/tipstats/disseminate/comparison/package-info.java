/**
 * Compares figures about the same people from different reporters. It has the mirror statistics of a release, in which
 * areas report each other's citizens, with the questions to those areas, and the figures of other sources next to the
 * official ones.
 *
 * <p>Comes after {@code export} in the order; imports {@code release}, {@code mirror} and the packages before them. The
 * schemas define which figures are compared, and the difference from which a question is asked.
 *
 * <p>Public: {@code MirrorService}; {@code QuestionService} with {@code MirrorQuestion}; {@code SourceService}.
 */
package org.tipstats.disseminate.comparison;
