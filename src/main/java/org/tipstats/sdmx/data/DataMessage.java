package org.tipstats.sdmx.data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A data message.
 *
 * @param observationDimension the dimension that distinguishes the observations of a series; null for a flat list of
 *     observations
 * @param content the parts of observations that the message contains
 * @param languages the languages of names; formats without names ignore the languages
 * @param dataSets the data sets, in the order in which a receiver must process them
 */
public record DataMessage(
        Header header,
        Dataflow dataflow,
        Dimension observationDimension,
        MessageContent content,
        ReaderLanguages languages,
        List<DataSet> dataSets) {

    /** The value of the parameter {@code dimensionAtObservation} that requests a flat list of observations. */
    public static final String ALL_DIMENSIONS = "AllDimensions";

    public DataMessage {
        dataSets = List.copyOf(dataSets);
    }

    /** Returns the id of the dimension at observation level, or {@link #ALL_DIMENSIONS} if there are no series. */
    String dimensionAtObservation() {
        return observationDimension == null ? ALL_DIMENSIONS : observationDimension.id();
    }

    boolean isFlat() {
        return observationDimension == null;
    }

    String structureUrn() {
        return "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=" + dataflow.agency() + ":"
                + dataflow.structure().id() + "(" + dataflow.structure().version() + ")";
    }

    String dataflowUrn() {
        return "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=" + dataflow.identification();
    }

    /** Returns the fields of all components, in the order of the structure. */
    List<ObservationField> fields() {
        return ObservationField.of(new KeySpace(dataflow.structure()));
    }

    /** Returns the dimensions that identify series, in the order of the structure; empty if there are no series. */
    List<Dimension> seriesDimensions() {
        return dataflow.structure().dimensions().stream()
                .filter(each -> !isFlat() && each.position() != observationDimension.position())
                .toList();
    }

    /** Returns the dimensions that are written with each observation: one dimension in a series, all in a flat list. */
    List<Dimension> observationDimensions() {
        return isFlat() ? dataflow.structure().dimensions() : List.of(observationDimension);
    }

    /** Returns the attributes that the message contains, in the order of the structure. */
    List<ObservationField> attributes() {
        List<ObservationField> fields = fields();
        int first = dataflow.structure().dimensions().size() + 1;
        return fields.subList(first, fields.size()).stream()
                .filter(field -> content.attributes().contains(field.id()))
                .toList();
    }

    /** Returns the measure; empty if the message leaves out values. */
    Optional<ObservationField> measure() {
        return content.measure()
                ? Optional.of(fields().get(dataflow.structure().dimensions().size()))
                : Optional.empty();
    }

    /**
     * The parts of observations that a message contains, apart from their keys.
     *
     * @param observations whether the message contains observations; if not, it contains only series
     * @param measure whether observations have values
     * @param attributes the ids of the attributes that observations have
     */
    public record MessageContent(boolean observations, boolean measure, Set<String> attributes) {

        public MessageContent {
            attributes = Set.copyOf(attributes);
        }
    }

    /**
     * Observations to which a receiver applies the same action.
     *
     * @param validFrom the instant from which the observations are valid, or null
     * @param validTo the instant until which deleted observations were valid, or null
     * @param indexes the indexes of the observations in the cube, in the order to write them
     */
    public record DataSet(Action action, Instant validFrom, Instant validTo, Cube cube, int[] indexes) {

        /** The action that a receiver applies to the observations. */
        public enum Action {
            REPLACE,
            /** The receiver replaces the components that the observations give and keeps all other components. */
            MERGE,
            DELETE
        }

        Observation at(int index) {
            return cube.at(indexes[index]);
        }
    }
}
