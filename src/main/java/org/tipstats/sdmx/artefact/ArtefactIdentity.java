package org.tipstats.sdmx.artefact;

/** Agency, id and version: what distinguishes artefacts of one type. */
public record ArtefactIdentity(String agency, String id, String version) {}
