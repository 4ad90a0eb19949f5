package org.tipstats.sdmx.artefact;

/** Agency, id and version: what distinguishes artefacts of one type. */
public record Identity(String agency, String id, String version) {}
