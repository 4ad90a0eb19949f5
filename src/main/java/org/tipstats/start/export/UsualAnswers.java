package org.tipstats.start.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The answers of the API that a copy has besides those that pages link to: what programs usually ask for. */
final class UsualAnswers {

    private static final String API = "/api/v1/";

    private UsualAnswers() {}

    static List<String> addresses(String release, LiveService service) {
        List<String> all = new ArrayList<>(List.of(
                API + "releases",
                API + "releases/" + release,
                API + "releases/" + release + "/bundle.zip",
                API + "releases/" + release + "/manifest",
                API + "dataflows",
                API + "codelists",
                API + "catalogue.jsonld",
                API + "feed.atom"));
        ids("codelists", service).forEach(id -> all.add(API + "codelists/" + id));
        for (String dataflow : ids("dataflows", service)) {
            all.add(API + "dataflows/" + dataflow);
            addData(dataflow, "release=" + release, service, all);
        }
        return all;
    }

    private static List<String> ids(String list, LiveService service) {
        List<String> ids = new ArrayList<>();
        service.required(API + list)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static void addData(String dataflow, String release, LiveService service, List<String> all) {
        String data = API + "data/" + dataflow;
        JsonNode codes = service.required(data + "/codes?" + release).json();
        if (codes.path("total").asInt() == 0) {
            return;
        }
        for (String format : List.of("csv", "xlsx", "parquet")) {
            all.add(data + "?" + release + "&format=" + format);
        }
        for (JsonNode area : codes.path("codes").path("REF_AREA")) {
            String choice = "?REF_AREA=" + area.path("id").asText() + "&" + release;
            all.add(data + choice);
            all.add(data + choice + "&format=csv");
            all.add(API + "series/" + dataflow + choice);
        }
    }
}
