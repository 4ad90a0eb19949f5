package org.tipstats.publish.read;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.figures.Reason;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The compiled figures of a dataflow that a release withholds or publishes in a changed form. These figures are
 * confidential. The compiled cube can be restored from the dataset and these figures together.
 */
public record UnpublishedFigures(List<UnpublishedFigure> figures) {

    private static final String REASON = "REASON";

    /**
     * A compiled figure.
     *
     * @param reason the reason for withholding the figure; null if the figure is published in a changed form, or if the
     *     reason was not stored
     */
    public record UnpublishedFigure(Observation compiled, Reason reason) {

        /** Leaves out the value, so that no log contains it. */
        @Override
        public String toString() {
            return "Figure[" + compiled.key() + "]";
        }
    }

    public UnpublishedFigures {
        figures = List.copyOf(figures);
    }

    public static UnpublishedFigures of(Cube compiled, ProtectedCube safe) {
        Map<Long, Reason> reasons = new HashMap<>();
        safe.withheld().forEach(cell -> reasons.put(cell.key(), cell.reason()));
        List<UnpublishedFigure> figures = new ArrayList<>();
        for (Observation observation : compiled) {
            boolean asItIs = safe.cube()
                    .find(observation.key())
                    .filter(observation::equals)
                    .isPresent();
            if (!asItIs) {
                figures.add(new UnpublishedFigure(observation, reasons.get(observation.key())));
            }
        }
        return new UnpublishedFigures(figures);
    }

    /** Returns the compiled cube. Figures that are published unchanged remain the same objects. */
    Cube restore(Cube published) {
        Map<Long, Observation> unpublished = new HashMap<>();
        figures.forEach(figure -> unpublished.put(figure.compiled().key(), figure.compiled()));
        List<Observation> compiled = new ArrayList<>(published.size());
        for (Observation shown : published) {
            Observation other = unpublished.remove(shown.key());
            compiled.add(other == null ? shown : other);
        }
        compiled.addAll(unpublished.values());
        return Cube.of(published.space(), compiled);
    }

    public DatasetText write(KeySpace space) {
        List<CsvColumn<UnpublishedFigure>> columns = new ArrayList<>();
        ObservationField.of(space).forEach(field -> columns.add(text(field)));
        columns.add(CsvColumn.text(
                REASON,
                figure -> figure.reason() == null ? null : figure.reason().name()));
        return DatasetText.write(columns, figures);
    }

    private static CsvColumn<UnpublishedFigure> text(ObservationField field) {
        return CsvColumn.text(field.id(), figure -> field.text(figure.compiled()));
    }

    static UnpublishedFigures read(Dataflow dataflow, byte[] compressed) {
        DatasetReader rows = new DatasetReader(new KeySpace(dataflow.structure()));
        List<UnpublishedFigure> figures = new ArrayList<>();
        DatasetText.readRecords(
                new ByteArrayInputStream(compressed),
                record -> rows.read(record)
                        .ifPresent(observation ->
                                figures.add(new UnpublishedFigure(observation, reason(rows.text(REASON))))));
        return new UnpublishedFigures(figures);
    }

    private static Reason reason(String name) {
        return name == null ? null : Reason.valueOf(name);
    }
}
