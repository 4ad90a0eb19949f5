package org.tipstats.sdmx.artefact;

/** What the standard tells the things of a kind apart by. */
public record Identity(String agency, String id, String version) {}
