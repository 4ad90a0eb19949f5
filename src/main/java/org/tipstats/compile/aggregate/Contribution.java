package org.tipstats.compile.aggregate;

import java.math.BigDecimal;
import org.tipstats.vocabulary.cube.Observation;

/**
 * The contribution of one area to an aggregate.
 *
 * @param area the code of the area
 * @param observation the published count of the area, which may have no value
 * @param population the population of the area for the same sex, age and year; null if not known
 */
public record Contribution(String area, Observation observation, BigDecimal population) {}
