package org.tipstats.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import org.tipstats.platform.http.RateFilter.RateConfig;

/** A filter with a small limit, for tests without the service. */
public final class TestRates {

    private record Limits(int requestsAMinute, int uploadsAMinute, int queriesADay) implements RateConfig {}

    private TestRates() {}

    /** Registers a filter that refuses more requests a minute. */
    public static RateFilter register(Filters filters, int requestsAMinute) {
        RateFilter filter = new RateFilter(new Limits(requestsAMinute, 0, 0), false);
        filter.register(filters);
        return filter;
    }
}
