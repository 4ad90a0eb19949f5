package org.tipstats.sdmx.question;

import java.util.Arrays;
import java.util.Optional;

/** A version of the REST interface. */
public enum Surface {
    V1("/sdmx/v1"),
    V2("/sdmx/v2");

    private final String entry;

    Surface(String entry) {
        this.entry = entry;
    }

    /** Returns the path with which all addresses of this version begin. */
    public String entry() {
        return entry;
    }

    public static Optional<Surface> of(String path) {
        return Arrays.stream(values())
                .filter(surface -> path.equals(surface.entry) || path.startsWith(surface.entry + "/"))
                .findFirst();
    }
}
