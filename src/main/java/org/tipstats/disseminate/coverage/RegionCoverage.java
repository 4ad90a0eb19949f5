package org.tipstats.disseminate.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * How much of a group of areas reports in one year.
 *
 * @param areas the M49 areas of the group
 * @param reported how many of them have that status; so for the other three, which add up to the areas
 * @param areaShare percent of the areas that report (reported or masked), one decimal
 * @param populationShare percent of the group's known population that lives in areas that report, one decimal; null where
 *     no population is known
 */
public record RegionCoverage(
        String dataflow,
        @JsonProperty("REF_AREA") String region,
        @JsonProperty("TIME_PERIOD") String year,
        int areas,
        int reported,
        int masked,
        int late,
        int never,
        BigDecimal areaShare,
        BigDecimal populationShare) {}
