package org.tipstats.disseminate.format;

import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.vocabulary.schema.Dataflow;

/** A file of a bundle, as the bundle's description and checksums list it. */
record BundledFile(
        String path, Format format, Dataflow dataflow, Terms terms, int observations, long bytes, String sha256) {}
