package org.tipstats.site.file;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * The form for checking a file.
 *
 * @param dataflowFault the error in the choice of the dataflow; null if there is none
 * @param example true if there is an example file to try
 */
record CheckPage(List<Fault> faults, FileDrop drop, String dataflowFault, List<Choice> dataflows, boolean example) {

    /** A dataflow to choose. */
    record Choice(String id, String name, boolean chosen) {}
}
