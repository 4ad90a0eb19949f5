package org.tipstats.format;

import org.tipstats.schema.Dataflow;

/** A file of a bundle, as its description and its checksums tell of it. */
record BundledFile(String path, Format format, Dataflow dataflow, int observations, long bytes, String sha256) {}
