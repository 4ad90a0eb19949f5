package org.tipstats.files.message;

import java.util.HashMap;
import java.util.Map;

/**
 * A data set of SDMX-JSON, its observations aside.
 *
 * @param scope what it says of all its observations
 * @param deletes whether it withdraws them, so that its keys may be partial
 * @param late what series say behind their observations, by the number of the series from 0
 */
record JsonDataSet(DataSetScope scope, boolean deletes, Map<Integer, Cells> late) {

    JsonDataSet {
        late = new HashMap<>(late);
    }
}
