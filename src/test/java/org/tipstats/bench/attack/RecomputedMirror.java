package org.tipstats.bench.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes the mirror from other downloads with independent code. If the result equals the published mirror, the mirror
 * is a function of public figures and reveals nothing more.
 */
final class RecomputedMirror {

    private static final Set<String> COMPARED =
            Set.of("DIFFERENCE", "LOWER_BOUND", "UPPER_BOUND", "KNOWN_SUM", "N_PARTS", "N_KNOWN", "N_REPORTING");

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final DownloadedTable detected;
    private final DownloadedTable returned;

    /**
     * Creates the computation.
     *
     * @param areas the code list of areas, from the service
     * @param detected victims by citizenship
     * @param returned victims by country of repatriation
     */
    RecomputedMirror(JsonNode areas, DownloadedTable detected, DownloadedTable returned) {
        for (JsonNode code : areas.get("codes")) {
            parents.put(code.get("id").asText(), code.path("parent").asText(null));
            for (JsonNode member : code.path("members")) {
                groups.computeIfAbsent(member.asText(), none -> new ArrayList<>())
                        .add(code.get("id").asText());
            }
            kinds.put(
                    code.get("id").asText(), code.at("/annotations/AREA_GROUP").asText(""));
        }
        this.detected = detected;
        this.returned = returned;
    }

    /** Returns the published figures of a derived dataflow, in the form that the methods below return. */
    static Map<String, String> published(DownloadedTable table) {
        Map<String, String> shown = new TreeMap<>();
        table.cells().forEach((key, cell) -> {
            Map<String, String> others = new TreeMap<>(cell.others());
            others.keySet().retainAll(COMPARED);
            shown.put(key, text(cell, others));
        });
        return shown;
    }

    private static String text(DownloadedCell cell, Map<String, String> others) {
        return cell.value() + " " + cell.status() + " " + cell.confidentiality() + " " + others;
    }

    /** Returns the pairs: by key the value, its statuses and the difference. */
    Map<String, String> pairs() {
        Set<List<String>> places = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        for (DownloadedCell cell : detected.cells().values()) {
            String[] key = cell.key().split("\\.");
            if (cell.isReported() && key[3].equals("_T") && key[4].equals("NUMBER") && isPair(key[1], key[2])) {
                places.add(List.of(key[1], key[2], key[5]));
            }
        }
        for (DownloadedCell cell : returned.cells().values()) {
            String[] key = cell.key().split("\\.");
            if (cell.isReported() && key[3].equals("NUMBER") && isPair(key[1], key[2])) {
                places.add(List.of(key[1], key[2], key[4]));
            }
        }
        Map<String, String> pairs = new TreeMap<>();
        places.forEach(place -> addPair(place.get(0), place.get(1), place.get(2), pairs));
        return pairs;
    }

    private boolean isPair(String area, String other) {
        return isArea(area) && isArea(other) && !area.equals(other);
    }

    private boolean isArea(String code) {
        return kinds.getOrDefault(code, "none").isEmpty();
    }

    private void addPair(String area, String other, String year, Map<String, String> pairs) {
        Map<String, DownloadedCell> figures = new LinkedHashMap<>();
        figures.put("DETECTED", reported(detected, "A." + area + "." + other + "._T.NUMBER." + year));
        figures.put("RETURNED", reported(returned, "A." + area + "." + other + ".NUMBER." + year));
        DownloadedCell own = reported(returned, "A." + other + "." + other + ".NUMBER." + year);
        figures.put("RECEIVED", own != null ? own : reported(returned, "A." + other + ".NAT.NUMBER." + year));
        figures.values().removeIf(cell -> cell == null);
        boolean hidden = figures.values().stream().anyMatch(DownloadedCell::isWithheld);
        BigDecimal first =
                figures.containsKey("DETECTED") ? figures.get("DETECTED").value() : null;
        figures.forEach((figure, cell) -> {
            Map<String, String> others = new TreeMap<>();
            if (!figure.equals("DETECTED") && first != null && cell.value() != null) {
                others.put("DIFFERENCE", first.subtract(cell.value()).toPlainString());
            }
            pairs.put(
                    String.join(".", "A", area, other, figure, "NUMBER", year),
                    hidden ? "null Q C {}" : text(cell, others));
        });
    }

    private static DownloadedCell reported(DownloadedTable table, String key) {
        DownloadedCell cell = table.cell(key);
        return cell == null || !cell.isReported() ? null : cell;
    }

    /**
     * Returns the flows of areas and groups: by key the value, its statuses, its bounds and the known part of the sum.
     */
    Map<String, String> flows() {
        Map<String, List<DownloadedCell>> parts = new TreeMap<>();
        Map<String, Set<String>> reporting = new HashMap<>();
        for (DownloadedCell cell : detected.cells().values()) {
            String[] key = cell.key().split("\\.");
            boolean counted = cell.isReported()
                    && isArea(key[1])
                    && !key[2].equals("_T")
                    && key[3].equals("_T")
                    && key[4].equals("NUMBER");
            boolean repeated = key[2].equals("NAT")
                    && reported(detected, "A." + key[1] + "." + key[1] + "._T.NUMBER." + key[5]) != null;
            for (String place : counted && !repeated ? places(key[1]) : List.<String>of()) {
                String flow = String.join(".", "A", place, flow(key[1], key[2]), "NUMBER", key[5]);
                parts.computeIfAbsent(flow, none -> new ArrayList<>()).add(cell);
                reporting.computeIfAbsent(flow, none -> new TreeSet<>()).add(key[1]);
            }
        }
        Map<String, String> flows = new TreeMap<>();
        parts.forEach(
                (key, cells) -> flows.put(key, sum(cells, reporting.get(key).size())));
        return flows;
    }

    /** Returns an area and all groups that it belongs to. */
    private List<String> places(String area) {
        List<String> places = new ArrayList<>(groups.getOrDefault(area, List.of()));
        for (String place = area; place != null; place = parents.get(place)) {
            places.add(place);
        }
        return places;
    }

    private String flow(String area, String citizenship) {
        if (citizenship.equals(area) || citizenship.equals("NAT")) {
            return "DOMESTIC";
        }
        if (!isArea(citizenship)) {
            return "_U";
        }
        String near = subRegion(area);
        return near != null && near.equals(subRegion(citizenship)) ? "SUB_REGIONAL" : "TRANSREGIONAL";
    }

    private String subRegion(String area) {
        String group = area;
        while (group != null && !"SUB_REGION".equals(kinds.get(group))) {
            group = parents.get(group);
        }
        return group;
    }

    private String sum(List<DownloadedCell> parts, int reporting) {
        BigDecimal known = BigDecimal.ZERO;
        int hidden = 0;
        int masked = 0;
        for (DownloadedCell part : parts) {
            known = part.value() == null ? known : known.add(part.value());
            hidden += part.isWithheld() ? 1 : 0;
            masked += part.isMasked() ? 1 : 0;
        }
        Map<String, String> others = new TreeMap<>();
        others.put("KNOWN_SUM", known.toPlainString());
        others.put("N_PARTS", Integer.toString(parts.size()));
        others.put("N_KNOWN", Integer.toString(parts.size() - hidden - masked));
        others.put("N_REPORTING", Integer.toString(reporting));
        if (hidden == 0) {
            int most = detected.structure().threshold() - 1;
            others.put("LOWER_BOUND", known.toPlainString());
            others.put(
                    "UPPER_BOUND",
                    known.add(BigDecimal.valueOf((long) masked * most)).toPlainString());
        }
        String value = hidden + masked > 0 ? "null Q " + (hidden > 0 ? "C" : "A") : known + " A ";
        return value + " " + others;
    }
}
