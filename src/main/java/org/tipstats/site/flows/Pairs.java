package org.tipstats.site.flows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The published counts of a dataflow for pairs of areas, as totals over all other breakdowns. The API returns the same
 * figures in one reply.
 *
 * @param other the dimension of the second area; on the page that compares two areas, the dimension of the kind of
 *     figure
 * @param figures all figures, in key order
 */
record Pairs(
        Dataflow dataflow,
        Dimension other,
        Map<String, String> parameters,
        DataSelection selection,
        List<Observation> figures) {

    /**
     * The parameters of a page on pairs of areas.
     *
     * @param values the parameters without empty values (a form sends an empty value if nothing was chosen)
     */
    record FlowQuery(Map<String, String> values) {

        static final String AREA = "AREA";
        static final String YEAR = "YEAR";
        static final String FIRST = "A";
        static final String SECOND = "B";
        static final String RELEASE = "release";
        static final String VIEW = "view";

        /**
         * Makes a query. Leaves out null and empty values.
         *
         * @param parts a name, its value, the next name, its value, and so on
         */
        static FlowQuery of(String... parts) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < parts.length; i += 2) {
                if (parts[i + 1] != null && !parts[i + 1].isEmpty()) {
                    values.put(parts[i], parts[i + 1]);
                }
            }
            return new FlowQuery(values);
        }

        String get(String name) {
            return values.get(name);
        }

        /** Returns a copy with another value, or without the parameter if the value is null. */
        FlowQuery with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(values);
            changed.remove(name);
            if (value != null) {
                changed.put(name, value);
            }
            return new FlowQuery(changed);
        }

        /** Returns the query part of a URL, with its question mark; empty if there are no parameters. */
        String text() {
            String text = values.entrySet().stream()
                    .map(part -> Addresses.encoded(part.getKey()) + "=" + Addresses.encoded(part.getValue()))
                    .collect(Collectors.joining("&"));
            return text.isEmpty() ? "" : "?" + text;
        }
    }

    /**
     * Selects the counts of all years.
     *
     * @param other the role of the dimension of the second area, or of the kind of figure
     * @param wanted the codes to select, by the role of their dimension
     * @param release the id of the release; null for the latest release
     */
    static Pairs of(PublicData data, Dataflow dataflow, Role other, Map<Role, String> wanted, String release) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            choice(dataflow, dimension, wanted).ifPresent(code -> parameters.put(dimension.id(), code));
        }
        if (release != null) {
            parameters.put(FlowQuery.RELEASE, release);
        }
        Map<String, List<String>> asked = new LinkedHashMap<>();
        parameters.forEach((name, value) -> asked.put(name, List.of(value)));
        DataSelection selection = data.select(dataflow.id(), asked);
        List<Observation> figures =
                Arrays.stream(selection.places()).mapToObj(selection.cube()::at).toList();
        return new Pairs(dataflow, dataflow.structure().dimension(other).orElseThrow(), parameters, selection, figures);
    }

    private static Optional<String> choice(Dataflow dataflow, Dimension dimension, Map<Role, String> wanted) {
        if (wanted.containsKey(dimension.role())) {
            return Optional.of(wanted.get(dimension.role()));
        }
        return switch (dimension.role()) {
            case TIME, FREQUENCY, CITIZENSHIP, COUNTERPART, FIGURE -> Optional.empty();
            case UNIT -> dataflow.unit("COUNT").map(Code::id);
            default -> dimension.codes().total().map(Code::id);
        };
    }

    ReleaseReference release() {
        return selection.release();
    }

    private KeySpace space() {
        return selection.cube().space();
    }

    String year(Observation figure) {
        return space().code(figure.key(), dataflow.structure().time());
    }

    Code code(Observation figure) {
        return other.codes().at(space().position(figure.key(), other.position()));
    }

    /**
     * Returns the link to the figures in the API, with their release.
     *
     * @param year null for all years
     */
    String api(String year) {
        return address("/api/v1", year);
    }

    /** Returns the link to the same figures on the website, without the language at the beginning. */
    String page(String year) {
        return address("", year);
    }

    private String address(String base, String year) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(other.id(), "*");
        if (year != null) {
            all.put(dataflow.structure().time().id(), year);
        }
        all.put(FlowQuery.RELEASE, release().id());
        return base + "/data/" + Addresses.encoded(dataflow.id())
                + new FlowQuery(all).text().replace("%2A", "*");
    }

    /** Returns the link to a figure's page. */
    String figure(long key, PageTexts texts) {
        return Addresses.figure(
                texts, dataflow.id(), space().format(key), release().id());
    }
}
