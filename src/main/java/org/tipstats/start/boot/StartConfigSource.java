package org.tipstats.start.boot;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Passes the settings decided before the start to Quarkus. This source has the highest priority, so that the checked
 * settings are in force. The source is empty if the program did not start the service, as in a build or a test.
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
