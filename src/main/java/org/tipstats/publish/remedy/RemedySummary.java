package org.tipstats.publish.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.platform.database.JsonText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The remedies of a draft, as they are stored with it.
 *
 * @param applied the ids of the remedies that the draft was compiled with, in the order in which they were applied
 * @param offered the remedies that would remove a blocker, by the id of the check; in the order of the years, the
 *     cheapest of a year first
 * @param more true if the limit of trials was reached, so that some remedies may not have been tried
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RemedySummary(List<String> applied, Map<String, List<RemedyOffer>> offered, boolean more) {

    /** No remedies: for drafts that are not blocked, and for the first releases. */
    public static final RemedySummary NONE = new RemedySummary(List.of(), Map.of(), false);

    /** A remedy that a check offers. */
    @Schema(name = "Remedy")
    public record RemedyOffer(String id, String text, RemedyCost cost) {}

    /**
     * The cost of a remedy, compared with the draft.
     *
     * @param figures the number of additional counts without a value
     * @param totals the number of these counts that are totals over all breakdowns
     * @param value the sum of the values that are lost
     */
    public record RemedyCost(long figures, long totals, BigDecimal value) {}

    public RemedySummary {
        applied = List.copyOf(applied);
        offered = new TreeMap<>(offered);
    }

    /** Returns the remedies that the draft was compiled with. */
    public List<Remedy> remedies() {
        return applied.stream().flatMap(id -> Remedy.parse(id).stream()).toList();
    }

    /** Returns sentences about the remedies that the draft was compiled with. Leaves out those in {@code except}. */
    public String text(SchemaRegistry schemas, List<Remedy> except, String language) {
        return remedies().stream()
                .filter(remedy -> !except.contains(remedy))
                .flatMap(
                        remedy -> schemas.dataflow(remedy.dataflow()).map(flow -> remedy.text(flow, language)).stream())
                .collect(Collectors.joining(" "));
    }

    public List<RemedyOffer> offers() {
        return offered.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Returns for each dataflow and year the first offered remedy that withholds figures, if the schema of the dataflow
     * allows this by default.
     */
    public List<Remedy> byDefault(SchemaRegistry schemas) {
        Map<String, Remedy> first = new TreeMap<>();
        offers().stream()
                .flatMap(offer -> Remedy.parse(offer.id()).stream())
                .filter(remedy -> remedy.kind() == Remedy.Kind.WITHHOLD)
                .filter(remedy -> schemas.dataflow(remedy.dataflow())
                        .filter(dataflow -> dataflow.disclosure().withholdsRegions())
                        .isPresent())
                .forEach(remedy -> first.putIfAbsent(remedy.dataflow() + " " + remedy.year(), remedy));
        return List.copyOf(first.values());
    }

    /** @param text the stored text; null for a release without remedies */
    public static RemedySummary parse(String text, ObjectMapper json) {
        return text == null ? NONE : JsonText.read(json.readerFor(RemedySummary.class), text);
    }
}
