package org.tipstats.start.tables;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tipstats.files.detect.DelimitedFile;
import org.tipstats.files.detect.UnreadableTableException;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** A file of published data in SDMX-CSV, with or without the columns that name the structure. */
final class DataflowFile {

    private final DelimitedFile file;
    private final Dataflow dataflow;
    private final KeySpace space;
    private final Statuses statuses;

    DataflowFile(DelimitedFile file, Dataflow dataflow) {
        this.file = file;
        this.dataflow = dataflow;
        this.space = new KeySpace(dataflow.structure());
        this.statuses = new Statuses(dataflow.structure());
    }

    /**
     * Returns the dataflow for which the file has a column of every dimension and of the measure. If there are several
     * such dataflows, returns the one with the most dimensions.
     */
    static Optional<Dataflow> dataflowOf(DelimitedFile file, Collection<Dataflow> known) {
        return known.stream()
                .filter(dataflow ->
                        file.columns().contains(dataflow.structure().measure().id()))
                .filter(dataflow -> dataflow.structure().dimensions().stream()
                        .allMatch(dimension -> file.columns().contains(dimension.id())))
                .max(Comparator.comparingInt((Dataflow dataflow) ->
                                dataflow.structure().dimensions().size())
                        .thenComparing(Comparator.comparing(Dataflow::id).reversed()));
    }

    List<Observation> read() {
        return file.rows().stream().map(this::observation).toList();
    }

    private Observation observation(String[] row) {
        List<Dimension> dimensions = dataflow.structure().dimensions();
        int[] positions = IntStream.range(0, dimensions.size())
                .map(d -> position(dimensions.get(d), row))
                .toArray();
        String value = row[file.columns().indexOf(dataflow.structure().measure().id())];
        String status = attribute(Role.STATUS, row);
        String confidentiality = attribute(Role.CONFIDENTIALITY, row);
        return new Observation(
                space.pack(positions),
                value.isEmpty() ? null : number(value),
                status.isEmpty() ? statuses.normal() : status,
                confidentiality.isEmpty() ? null : confidentiality,
                Map.of(),
                null);
    }

    private BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new UnreadableTableException(file.name() + " has a value that is no number.");
        }
    }

    private int position(Dimension dimension, String[] row) {
        String code = row[file.columns().indexOf(dimension.id())];
        int position = dimension.positionOf(code);
        if (position < 0) {
            throw new UnreadableTableException(
                    file.name() + ": \"" + code + "\" is not a code of " + dimension.id() + ".");
        }
        return position;
    }

    private String attribute(Role role, String[] row) {
        return dataflow.structure()
                .attribute(role)
                .map(Attribute::id)
                .map(id -> file.cell(row, file.columns().indexOf(id)))
                .orElse("");
    }
}
