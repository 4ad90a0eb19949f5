package org.tipstats.compile.mirror;

import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * A published figure from which a derived figure is computed.
 *
 * @param dataflow the dataflow that publishes the figure
 */
public record MirrorSource(Dataflow dataflow, Observation figure) {}
