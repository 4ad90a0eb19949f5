package org.tipstats.publish.release;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.protect.disclose.Blocker;
import org.tipstats.protect.disclose.ProtectionCost;

/**
 * What disclosure control did to a release, as it is kept with it for reviewers and publishers. The first releases kept
 * the figures by dataflow only; they are read, too.
 *
 * @param dataflows how much is withheld, by the id of the dataflow
 * @param groups what the groups of areas lose, in the order of the area list
 * @param warnings the first totals that show all persons in one category
 * @param warningCount how many there are
 * @param comments the first comments that a publisher should read
 * @param commentCount how many there are
 * @param cost what the search for a safe pattern took; null in the first releases
 * @param seconds how long it took to compile and protect; null in the first releases
 * @param audit what the independent audit found; null in the first releases
 * @param beside what became of the figures of other sources
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProtectionSummary(
        Map<String, WithheldFigures> dataflows,
        List<BlockedCell> blockers,
        List<GroupLoss> groups,
        List<OneCategory> warnings,
        long warningCount,
        List<CommentedFigure> comments,
        long commentCount,
        ProtectionCost cost,
        BigDecimal seconds,
        AuditSummary audit,
        List<BesideSummary> beside) {

    private static final TypeReference<TreeMap<String, WithheldFigures>> FIRST_FORM = new TypeReference<>() {};

    /** A cell that cannot be made safe. @param key as text */
    record BlockedCell(Blocker.Kind kind, String dataflow, String key) {}

    /** A figure whose comment may tell what is withheld. @param key as text */
    record CommentedFigure(String dataflow, String key) {}

    /** A total with the only category that persons are in. Keys as text. */
    record OneCategory(String dataflow, String total, String category) {}

    ProtectionSummary {
        dataflows = new TreeMap<>(dataflows);
        blockers = List.copyOf(blockers);
        groups = List.copyOf(groups);
        warnings = List.copyOf(warnings);
        comments = List.copyOf(comments);
        beside = beside == null ? List.of() : List.copyOf(beside);
    }

    /** The same with how long it took, what the audit found and what became of other sources. */
    ProtectionSummary with(BigDecimal took, AuditSummary found, List<BesideSummary> others) {
        return new ProtectionSummary(
                dataflows, blockers, groups, warnings, warningCount, comments, commentCount, cost, took, found, others);
    }

    List<BlockedCell> blockers(Blocker.Kind kind) {
        return blockers.stream().filter(cell -> cell.kind() == kind).toList();
    }

    String toJson(ObjectMapper json) {
        try {
            return json.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProtectionSummary parse(String text, ObjectMapper json) {
        try {
            JsonNode tree = json.readTree(text);
            return tree.has("dataflows")
                    ? json.treeToValue(tree, ProtectionSummary.class)
                    : ofFirstForm(json.readValue(text, FIRST_FORM));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProtectionSummary ofFirstForm(Map<String, WithheldFigures> dataflows) {
        List<BlockedCell> blockers = new ArrayList<>();
        dataflows.forEach((dataflow, figures) -> figures.forcedPublicTotals()
                .forEach(key -> blockers.add(new BlockedCell(Blocker.Kind.TOTAL_IS_SENSITIVE, dataflow, key))));
        return new ProtectionSummary(
                dataflows, blockers, List.of(), List.of(), 0, List.of(), 0, null, null, null, null);
    }
}
