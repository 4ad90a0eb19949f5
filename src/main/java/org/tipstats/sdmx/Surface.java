package org.tipstats.sdmx;

import java.util.Arrays;
import java.util.Optional;

/** A version of the REST interface. */
enum Surface {
    V1("/sdmx/v1"),
    V2("/sdmx/v2");

    private final String entry;

    Surface(String entry) {
        this.entry = entry;
    }

    /** The path that all its addresses begin with. */
    String entry() {
        return entry;
    }

    static Optional<Surface> of(String path) {
        return Arrays.stream(values())
                .filter(surface -> path.equals(surface.entry) || path.startsWith(surface.entry + "/"))
                .findFirst();
    }
}
