package org.tipstats.disseminate.query;

import java.time.Instant;
import java.util.Map;

/**
 * A saved query as the API shows it.
 *
 * @param url the address of its data
 * @param release the release that always answers it
 * @param parameters codes by component
 */
public record SavedQueryView(
        String id, String url, String dataflow, String release, Map<String, String> parameters, Instant createdAt) {

    public static final String PATH = "/api/v1/queries";

    public static SavedQueryView of(SavedQuery query) {
        return new SavedQueryView(
                query.id(),
                PATH + "/" + query.id() + "/data",
                query.dataflow(),
                query.release(),
                query.parameters(),
                query.createdAt());
    }
}
