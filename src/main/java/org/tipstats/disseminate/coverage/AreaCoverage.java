package org.tipstats.disseminate.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a release has of one area in one year. */
public record AreaCoverage(
        String dataflow,
        @JsonProperty("REF_AREA") String area,
        @JsonProperty("TIME_PERIOD") String year,
        CoverageStatus status) {}
