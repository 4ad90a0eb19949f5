package org.tipstats.site.area;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;
import org.tipstats.vocabulary.schema.SchemasWithGroup;

/** A service whose schemas name a group of four islands beside the regions. Everything else is as shipped. */
public class GroupedAreas implements QuarkusTestProfile {

    private static final Path OWN = Path.of("target/grouped-schemas");

    @Override
    public Map<String, String> getConfigOverrides() {
        SchemasWithGroup.copy(OWN);
        return Map.of("tipstats.schemas", OWN.toString());
    }
}
