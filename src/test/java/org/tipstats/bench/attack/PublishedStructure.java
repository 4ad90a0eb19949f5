package org.tipstats.bench.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A dataflow as downloaded. Keys are the codes in the order of its dimensions, joined by dots.
 *
 * @param threshold counts from 1 to below the threshold are never published; 0 if nothing is withheld
 * @param dimensions the code list of each dimension, in key order; empty for the time
 */
record PublishedStructure(String dataflow, int threshold, Map<String, DownloadedCodeList> dimensions) {

    static final String AREA = "REF_AREA";
    static final String UNIT = "UNIT_MEASURE";
    static final String TIME = "TIME_PERIOD";
    static final String COUNT = "NUMBER";
    static final String RATE = "PER_100000_POP";

    int position(String dimension) {
        int position = 0;
        for (String each : dimensions.keySet()) {
            if (each.equals(dimension)) {
                return position;
            }
            position++;
        }
        return -1;
    }

    String code(String key, String dimension) {
        int start = start(key, dimension);
        int end = key.indexOf('.', start);
        return end < 0 ? key.substring(start) : key.substring(start, end);
    }

    /** Returns the key with another code in one dimension. */
    String with(String key, String dimension, String code) {
        int start = start(key, dimension);
        int end = key.indexOf('.', start);
        return key.substring(0, start) + code + (end < 0 ? "" : key.substring(end));
    }

    private int start(String key, String dimension) {
        int start = 0;
        for (int left = position(dimension); left > 0; left--) {
            start = key.indexOf('.', start) + 1;
        }
        return start;
    }

    /** Returns the key of a row. */
    String key(Map<String, String> row) {
        return dimensions.keySet().stream().map(row::get).collect(Collectors.joining("."));
    }

    boolean isGroup(String key) {
        return !dimensions.get(AREA).below(code(key, AREA)).isEmpty();
    }

    /** Returns the dimensions whose totals are sums of the codes below them. */
    List<String> brokenDown() {
        return dimensions.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(AREA)
                        && !entry.getValue().children().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the query parameters that select one cell. */
    String query(String key) {
        List<String> parameters = new ArrayList<>();
        List<String> codes = Arrays.asList(key.split("\\."));
        for (String dimension : dimensions.keySet()) {
            parameters.add(dimension + "=" + codes.get(parameters.size()));
        }
        return String.join("&", parameters);
    }
}
