package org.tipstats.mirror;

import org.tipstats.observation.Observation;
import org.tipstats.schema.Dataflow;

/**
 * A published figure that a derived figure is computed from.
 *
 * @param dataflow the dataflow that publishes the figure
 */
public record MirrorSource(Dataflow dataflow, Observation figure) {}
