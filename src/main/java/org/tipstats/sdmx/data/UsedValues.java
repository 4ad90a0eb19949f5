package org.tipstats.sdmx.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dimension;

/** The values that occur in the observations of a message, numbered for the indexes of SDMX-JSON. */
final class UsedValues {

    private final List<Dimension> dimensions;
    private final List<int[]> numbers = new ArrayList<>();
    private final List<List<Integer>> positions = new ArrayList<>();
    private final Map<String, Map<String, Integer>> texts = new LinkedHashMap<>();

    /**
     * Collects the values of a message.
     *
     * @param fields the fields whose values are numbered, in addition to the values of dimensions
     */
    UsedValues(DataMessage message, List<ObservationField> fields) {
        this.dimensions = message.dataflow().structure().dimensions();
        KeySpace space = new KeySpace(message.dataflow().structure());
        List<BitSet> used = new ArrayList<>();
        dimensions.forEach(dimension -> used.add(new BitSet()));
        fields.forEach(field -> texts.put(field.id(), new LinkedHashMap<>()));
        for (DataSet dataSet : message.dataSets()) {
            for (int i = 0; i < dataSet.indexes().length; i++) {
                Observation observation = dataSet.at(i);
                for (Dimension dimension : dimensions) {
                    used.get(dimension.position()).set(space.position(observation.key(), dimension.position()));
                }
                number(observation, dataSet, fields);
            }
        }
        used.forEach(this::number);
    }

    private void number(Observation observation, DataSet dataSet, List<ObservationField> fields) {
        if (dataSet.action() == DataSet.Action.DELETE) {
            return;
        }
        for (ObservationField field : fields) {
            String text = field.text(observation);
            if (text != null) {
                Map<String, Integer> known = texts.get(field.id());
                known.putIfAbsent(text, known.size());
            }
        }
    }

    private void number(BitSet used) {
        int[] number = new int[used.length()];
        List<Integer> inOrder = new ArrayList<>();
        used.stream().forEach(position -> {
            number[position] = inOrder.size();
            inOrder.add(position);
        });
        numbers.add(number);
        positions.add(inOrder);
    }

    /** Returns the positions of the used values of a dimension, in the order of their numbers. */
    List<Integer> of(Dimension dimension) {
        return positions.get(dimension.position());
    }

    /** Returns the number of the value at a position of a dimension. At least one observation must have this value. */
    int number(Dimension dimension, int position) {
        return numbers.get(dimension.position())[position];
    }

    /** Returns the used values of a field, in the order of their numbers. */
    List<String> of(ObservationField field) {
        return List.copyOf(texts.get(field.id()).keySet());
    }

    int number(ObservationField field, String text) {
        return texts.get(field.id()).get(text);
    }
}
