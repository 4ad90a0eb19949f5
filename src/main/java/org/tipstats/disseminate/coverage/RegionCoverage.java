package org.tipstats.disseminate.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * The coverage of a group of areas in one year.
 *
 * @param areas number of M49 areas in the group
 * @param reported number of areas with this status; the four statuses add up to {@code areas}
 * @param areaShare percentage of areas that report (reported or masked), one decimal
 * @param populationShare percentage of the group's known population that lives in areas that report, one decimal; null
 * if no population is known
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
