package org.tipstats.files.message;

import java.util.HashMap;
import java.util.Map;

/**
 * A data set of SDMX-JSON without its observations.
 *
 * @param scope the information for all its observations
 * @param deletes whether it withdraws its observations, so that its keys may be partial
 * @param late attributes that stand after the observations of their series, by index of the series
 */
record JsonDataSet(DataSetDefaults scope, boolean deletes, Map<Integer, LevelValues> attributesAfterObservations) {

    JsonDataSet {
        attributesAfterObservations = new HashMap<>(attributesAfterObservations);
    }
}
