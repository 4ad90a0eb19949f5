package org.tipstats.sdmx.data;

import java.util.List;
import java.util.Optional;
import org.tipstats.sdmx.artefact.ReaderLanguages;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A message of observations.
 *
 * @param header what it says of itself
 * @param dimension the dimension that tells the observations of a series apart; null for observations without series
 * @param content which components the observations have
 * @param languages in which names are wanted, where a form has names
 * @param dataSets in the order in which they are to be taken
 */
public record DataMessage(
        Header header,
        Dataflow dataflow,
        Dimension dimension,
        Content content,
        ReaderLanguages languages,
        List<DataSet> dataSets) {

    /** The word that stands for the lack of series. */
    public static final String ALL_DIMENSIONS = "AllDimensions";

    public DataMessage {
        dataSets = List.copyOf(dataSets);
    }

    /** The id of the dimension of the observations, or the word for none. */
    String dimensionAtObservation() {
        return dimension == null ? ALL_DIMENSIONS : dimension.id();
    }

    boolean isFlat() {
        return dimension == null;
    }

    /** The URN of the data structure. */
    String structureUrn() {
        return "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=" + dataflow.agency() + ":"
                + dataflow.structure().id() + "(" + dataflow.structure().version() + ")";
    }

    String dataflowUrn() {
        return "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=" + dataflow.identification();
    }

    /** The fields of all components, in the order of the structure. */
    List<ObservationField> fields() {
        return ObservationField.of(new KeySpace(dataflow.structure()));
    }

    /** The dimensions of series, in the order of the structure. */
    List<Dimension> seriesDimensions() {
        return dataflow.structure().dimensions().stream()
                .filter(each -> !isFlat() && each.position() != dimension.position())
                .toList();
    }

    /** The attributes that are wanted, in the order of the structure. */
    List<ObservationField> attributes() {
        List<ObservationField> fields = fields();
        int first = dataflow.structure().dimensions().size() + 1;
        return fields.subList(first, fields.size()).stream()
                .filter(field -> content.attributes().contains(field.id()))
                .toList();
    }

    /** The measure, where it is wanted. */
    Optional<ObservationField> measure() {
        return content.measure()
                ? Optional.of(fields().get(dataflow.structure().dimensions().size()))
                : Optional.empty();
    }
}
