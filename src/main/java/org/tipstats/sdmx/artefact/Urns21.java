package org.tipstats.sdmx.artefact;

/** Formats URNs as in version 2.1 of the standard. */
final class Urns21 {

    private Urns21() {}

    static String of(Urn urn) {
        String name = urn.className().equals("DataConstraint") ? "ContentConstraint" : urn.className();
        return new Urn(urn.packageName(), name, urn.agency(), urn.id(), urn.version(), urn.item()).toString();
    }
}
