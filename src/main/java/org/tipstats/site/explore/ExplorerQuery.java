package org.tipstats.site.explore;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.disseminate.series.SeriesService;
import org.tipstats.site.frame.Addresses;

/**
 * The URL of a data page. It has parameters of the API and parameters for the appearance of the page.
 *
 * @param parameters one value per name, in the order of the URL; an empty value if a form sent no choice
 */
record ExplorerQuery(String dataflow, Map<String, String> parameters) {

    static final String VIEW = "view";
    static final String ROWS = "rows";
    static final String COLS = "cols";
    static final String SORT = "sort";
    static final String RELEASE = "release";

    /** The ids of the rows that a chart draws, separated by commas. By default, a chart draws the first rows. */
    static final String DRAW = "draw";

    /** A value of {@link #DRAW} for no rows. */
    static final String NOTHING = "-";

    /** A name or code that a reader adds to the choice. Links to pages never contain this parameter. */
    static final String ADD = "add";

    /** Prefix of the parameters of a map. For example, {@code map.SEX=F} selects the map of female victims. */
    static final String MAP = "map.";

    /**
     * Parameters that the API's {@code /data} does not know. The parameters with the prefix {@link #MAP} are not in
     * this set.
     */
    private static final Set<String> OWN = Set.of(VIEW, ROWS, COLS, SORT, DRAW, ADD, SeriesService.PANEL);

    /** Parameters of the API that do not select observations. */
    private static final Set<String> NOT_SELECTING = Set.of(RELEASE, "asOf", "lang");

    private static final String ALL = "*";

    /**
     * Reads a URL. Forms repeat parameters; the values of a repeated parameter of the API are joined with commas. Of
     * the page's own parameters, the first value counts.
     *
     * @param raw the parameters, in any order
     * @param address the query part of the URL as it was sent, which gives the order; null if there is none
     */
    static ExplorerQuery of(String dataflow, Map<String, List<String>> raw, String address) {
        List<String> order = address == null
                ? List.of()
                : Arrays.stream(address.split("&"))
                        .map(part -> part.split("=", 2)[0])
                        .toList();
        Map<String, String> parameters = new LinkedHashMap<>();
        raw.keySet().stream().sorted(Comparator.comparingInt(order::indexOf)).forEach(name -> {
            List<String> values = raw.get(name);
            parameters.put(name, isOwn(name) ? values.get(0) : joined(values));
        });
        return new ExplorerQuery(dataflow, parameters);
    }

    /** Reads the URL of a page, or of a page with only its figures. The URL must have a query. */
    static ExplorerQuery of(String address) {
        String[] parts = address.split("\\?", 2);
        String dataflow = parts[0].replaceFirst(".*/data/([^/]+).*", "$1");
        Map<String, List<String>> raw = Arrays.stream(parts[1].split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.groupingBy(
                        part -> decoded(part[0]), Collectors.mapping(part -> decoded(part[1]), Collectors.toList())));
        return of(decoded(dataflow), raw, parts[1]);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static boolean isOwn(String name) {
        return OWN.contains(name) || name.startsWith(MAP);
    }

    private static String joined(List<String> values) {
        List<String> chosen = values.stream().filter(value -> !value.isEmpty()).toList();
        return chosen.contains(ALL) ? ALL : String.join(",", chosen);
    }

    /** Returns whether no parameter selects observations. */
    boolean isBare() {
        return parameters.keySet().stream().allMatch(name -> isOwn(name) || NOT_SELECTING.contains(name));
    }

    String get(String name) {
        return parameters.get(name);
    }

    /** Returns the names of the API's parameters that have an empty value. */
    List<String> empty() {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue().isEmpty() && !isOwn(parameter.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the codes chosen for a map, by dimension. */
    Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(MAP) && !value.isEmpty()) {
                map.put(name.substring(MAP.length()), value);
            }
        });
        return map;
    }

    /** Returns the ids of the rows to draw; empty for the first rows. */
    List<String> drawn() {
        String drawn = get(DRAW);
        return drawn == null || drawn.isEmpty() ? List.of() : List.of(drawn.split(","));
    }

    /** Returns this query with other rows to draw. */
    ExplorerQuery drawing(List<String> rows) {
        return with(DRAW, rows.isEmpty() ? NOTHING : String.join(",", rows));
    }

    /** Returns this query with another value of a parameter, or without the parameter if the value is null. */
    ExplorerQuery with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new ExplorerQuery(dataflow, changed);
    }

    /** Returns only the API's parameters, without those that have an empty value. */
    Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (!isOwn(name) && !value.isEmpty()) {
                asked.put(name, List.of(value));
            }
        });
        return asked;
    }

    /** Returns path and query, without the language at the beginning of the path. */
    String path() {
        return "/data/" + encoded(dataflow) + query(parameters);
    }

    /** Returns path and query of the data of the page in the API. */
    String api() {
        Map<String, String> asked = new LinkedHashMap<>(parameters);
        asked.keySet().removeIf(ExplorerQuery::isOwn);
        return "/api/v1/data/" + encoded(dataflow) + query(asked);
    }

    /** Returns whether the figures of groups include only areas with a public number in all selected years. */
    boolean isOfPanel() {
        return SeriesService.CONSTANT.equals(get(SeriesService.PANEL));
    }

    /**
     * Returns path and query at which the API gives the data of the page as series. In these, the figures of groups
     * include only areas with a public number in all selected years.
     */
    String series() {
        return api().replaceFirst("/data/", "/series/") + "&" + SeriesService.PANEL + "=" + SeriesService.CONSTANT;
    }

    private static String query(Map<String, String> parameters) {
        List<String> parts = new ArrayList<>();
        parameters.forEach((name, value) -> parts.add(encoded(name) + "=" + encoded(value)));
        return parts.isEmpty() ? "" : "?" + parts.stream().collect(Collectors.joining("&"));
    }

    /** Encodes a text for a URL, but leaves commas and colons readable. */
    private static String encoded(String text) {
        return Addresses.encoded(text).replace("%2C", ",").replace("%3A", ":");
    }
}
