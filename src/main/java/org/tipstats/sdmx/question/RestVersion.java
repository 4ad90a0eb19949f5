package org.tipstats.sdmx.question;

import java.util.Arrays;
import java.util.Optional;

/** A version of the REST interface. */
public enum RestVersion {
    V1("/sdmx/v1"),
    V2("/sdmx/v2");

    private final String entry;

    RestVersion(String entry) {
        this.entry = entry;
    }

    /** Returns the path with which all addresses of this version begin. */
    public String entry() {
        return entry;
    }

    public static Optional<RestVersion> of(String path) {
        return Arrays.stream(values())
                .filter(surface -> path.equals(surface.entry) || path.startsWith(surface.entry + "/"))
                .findFirst();
    }
}
