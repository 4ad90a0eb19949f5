package org.tipstats.disseminate.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The coverage of one area in one year of a dataflow. */
public record AreaCoverage(
        String dataflow,
        @JsonProperty("REF_AREA") String area,
        @JsonProperty("TIME_PERIOD") String year,
        CoverageStatus status) {}
