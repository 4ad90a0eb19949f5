package org.tipstats.vocabulary.schema;

/** The measure of a data structure: the observed count. */
public record Measure(String id, LocalText name) {}
