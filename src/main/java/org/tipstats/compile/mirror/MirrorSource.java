package org.tipstats.compile.mirror;

import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** A published figure that a derived one is made of. @param dataflow that it is published in */
public record MirrorSource(Dataflow dataflow, Observation figure) {}
