package org.tipstats.disseminate.query;

import java.time.Instant;
import java.util.Map;

/**
 * A saved query as the API shows it.
 *
 * @param url the address of its data
 * @param release whose figures it answers with, for ever
 * @param parameters of components, each with its codes
 */
record SavedQueryView(
        String id, String url, String dataflow, String release, Map<String, String> parameters, Instant createdAt) {

    static SavedQueryView of(SavedQuery query) {
        return new SavedQueryView(
                query.id(),
                SavedQueryResource.PATH + "/" + query.id() + "/data",
                query.dataflow(),
                query.release(),
                query.parameters(),
                query.createdAt());
    }
}
