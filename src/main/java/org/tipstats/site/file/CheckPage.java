package org.tipstats.site.file;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * The form that a file is checked with.
 *
 * @param dataflowFault null for none
 * @param example whether there is one to try
 */
record CheckPage(List<Fault> faults, FileDrop drop, String dataflowFault, List<Choice> dataflows, boolean example) {

    /** A dataflow. */
    record Choice(String id, String name, boolean chosen) {}
}
