package org.tipstats.sdmx.artefact;

import java.util.Locale;

/** Makes the addresses of artefacts. */
final class StructureAddress {

    private StructureAddress() {}

    /**
     * Returns the address of an artefact.
     *
     * @param entry the entry point of the REST interface
     * @param v1 whether it is version 1 of the interface
     */
    static String of(String entry, Artefact artefact, boolean v1) {
        String type = v1
                ? artefact.type().className21().toLowerCase(Locale.ROOT)
                : "structure/" + artefact.type().word();
        return String.join("/", entry, type, artefact.agency(), artefact.id(), artefact.version());
    }
}
