package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The codes and periods that actually occur in the data of a dataflow.
 *
 * @param codes the used codes by the id of the dimension; a dimension without an entry is not part of the constraint
 * @param time the id of the time dimension, or null if the constraint leaves out the periods
 * @param firstPeriod the first period of the data; null if the constraint leaves out the periods
 * @param lastPeriod the last period of the data; null if the constraint leaves out the periods
 */
public record ActualContent(
        Dataflow dataflow,
        Map<String, List<String>> codes,
        String time,
        String firstPeriod,
        String lastPeriod,
        int series,
        int observations) {

    /** Returns this content as a data constraint with role {@code Actual}. */
    public Artefact toConstraint() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", dataflow.id() + "_ACTUAL");
        body.put("agencyID", dataflow.agency());
        body.put("version", dataflow.version());
        body.put("name", dataflow.name().inLanguage("en"));
        ObjectNode names = body.putObject("names");
        dataflow.name().texts().forEach(names::put);
        ArrayNode annotations = body.putArray("annotations");
        addMetric(annotations, "series_count", series);
        addMetric(annotations, "obs_count", observations);
        body.put("role", "Actual");
        body.putObject("constraintAttachment")
                .putArray("dataflows")
                .add("urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=" + dataflow.identification());
        ObjectNode region = body.putArray("cubeRegions").addObject().put("include", true);
        ArrayNode keys = region.putArray("keyValues");
        codes.forEach((dimension, some) -> {
            ArrayNode values =
                    keys.addObject().put("id", dimension).put("include", true).putArray("values");
            some.forEach(values::add);
        });
        if (time != null) {
            ObjectNode range =
                    keys.addObject().put("id", time).put("include", true).putObject("timeRange");
            range.putObject("startPeriod").put("period", firstPeriod).put("isInclusive", true);
            range.putObject("endPeriod").put("period", lastPeriod).put("isInclusive", true);
        }
        return Artefact.of(ArtefactType.DATA_CONSTRAINT, body);
    }

    private static void addMetric(ArrayNode annotations, String id, int count) {
        annotations.addObject().put("id", id).put("type", "sdmx_metrics").put("title", Integer.toString(count));
    }

    /**
     * Reduces an artefact, which is sent together with the constraint, to the parts that the data use. A code list
     * keeps the used codes and their ancestors, a concept scheme keeps the concepts of the listed dimensions, and other
     * artefacts are unchanged. Returns empty for a code list if the data use none of its codes.
     */
    public Optional<Artefact> partial(Artefact artefact) {
        return switch (artefact.type()) {
            case CODE_LIST ->
                Optional.of(artefact.partial(id -> isUsed(artefact, id), true))
                        .filter(list -> !list.items().isEmpty());
            case CONCEPT_SCHEME -> Optional.of(artefact.partial(id -> codes.containsKey(id) || id.equals(time), false));
            default -> Optional.of(artefact);
        };
    }

    private boolean isUsed(Artefact list, String code) {
        return dataflow.structure().dimensions().stream()
                .filter(dimension ->
                        !dimension.isTime() && dimension.codes().id().equals(list.id()))
                .anyMatch(dimension ->
                        codes.getOrDefault(dimension.id(), List.of()).contains(code));
    }
}
