package org.tipstats.format;

import org.tipstats.schema.Dataflow;

/** Where it says on what terms figures may be used: what a deployment allows stands in its reference metadata. */
final class Terms {

    private Terms() {}

    /** The path of the reference metadata of a dataflow. */
    static String of(Dataflow dataflow) {
        return "/api/v1/dataflows/" + dataflow.id() + "/metadata";
    }
}
