package org.tipstats.compile.aggregate;

import java.math.BigDecimal;
import org.tipstats.vocabulary.cube.Observation;

/**
 * What one area contributes to an aggregate.
 *
 * @param area the code of the area
 * @param observation its count as published, which may show no value
 * @param population its population of the same sex, age and year; null where it is not known
 */
public record Contribution(String area, Observation observation, BigDecimal population) {}
