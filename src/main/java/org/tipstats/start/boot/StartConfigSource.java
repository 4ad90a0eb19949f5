package org.tipstats.start.boot;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Hands what was decided before the start to Quarkus. It stands above every other source, so that what was checked is what
 * holds; it is empty where the program didn't start the service, as in a build or a test.
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
