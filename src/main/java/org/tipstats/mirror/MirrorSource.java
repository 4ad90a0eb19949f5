package org.tipstats.mirror;

import org.tipstats.observation.Observation;
import org.tipstats.schema.Dataflow;

/** A published figure that a derived one is made of. @param dataflow that it is published in */
public record MirrorSource(Dataflow dataflow, Observation figure) {}
