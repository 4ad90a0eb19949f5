package org.tipstats.compile.aggregate;

import java.math.BigDecimal;
import org.tipstats.vocabulary.cube.Observation;

/**
 * The contribution of one area to an aggregate.
 *
 * @param area the code of the area
 * @param observation its count as published, which may have no value
 * @param population its population of the same sex, age and year; null if not known
 */
public record Contribution(String area, Observation observation, BigDecimal population) {}
