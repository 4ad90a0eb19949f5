package org.tipstats.sdmx.artefact;

import java.util.Locale;

/** Where an artefact is found. */
final class StructureAddress {

    private StructureAddress() {}

    /** @param entry the entry point @param v1 whether it is one of REST 1 */
    static String of(String entry, Artefact artefact, boolean v1) {
        String type = v1
                ? artefact.type().className21().toLowerCase(Locale.ROOT)
                : "structure/" + artefact.type().word();
        return String.join("/", entry, type, artefact.agency(), artefact.id(), artefact.version());
    }
}
