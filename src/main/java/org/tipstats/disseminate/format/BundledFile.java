package org.tipstats.disseminate.format;

import org.tipstats.publish.citation.Terms;
import org.tipstats.vocabulary.schema.Dataflow;

/** A file of a bundle, as its description and its checksums tell of it. */
record BundledFile(
        String path, Format format, Dataflow dataflow, Terms terms, int observations, long bytes, String sha256) {}
