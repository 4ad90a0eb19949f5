package org.tipstats.start.boot;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Passes to Quarkus the settings that the program decided before the start. This source has the highest priority, so
 * that Quarkus uses the checked settings. It is empty in a build or a test, because these start without {@link Main}.
 */
public final class StartConfigSource implements ConfigSource {
    private static final int ORDINAL = 500;

    private static volatile Map<String, String> decided = Map.of();

    static void decide(Map<String, String> properties) {
        decided = Map.copyOf(properties);
    }

    @Override
    public Set<String> getPropertyNames() {
        return decided.keySet();
    }

    @Override
    public String getValue(String name) {
        return decided.get(name);
    }

    @Override
    public String getName() {
        return "tipstats-start";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
