package org.tipstats.format;

import org.tipstats.citation.Terms;
import org.tipstats.schema.Dataflow;

/** A file of a bundle, as the bundle's description and checksums list it. */
record BundledFile(
        String path, Format format, Dataflow dataflow, Terms terms, int observations, long bytes, String sha256) {}
