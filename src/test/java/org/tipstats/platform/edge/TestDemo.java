package org.tipstats.platform.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import org.tipstats.platform.http.Gate;

/** The filter of the demo, for tests without the service. */
public final class TestDemo {

    private TestDemo() {}

    /** Registers the filter as it is while the demo is on. */
    public static Gate register(Filters filters) {
        DemoFilter filter = new DemoFilter(true);
        filter.register(filters);
        return filter;
    }
}
