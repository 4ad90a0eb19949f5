package org.tipstats.mapping.guess;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tipstats.mapping.reading.FileTables;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The facts that are known in addition to the table.
 *
 * @param area the area that reports; null if it is not known
 * @param dataflow the dataflow that the submitter named; null if none
 * @param saved decisions of a saved mapping, by id
 */
public record GuessRequest(
        SchemaRegistry schemas, Code area, Dataflow dataflow, Answers answers, Map<String, String> saved) {

    public GuessRequest {
        Objects.requireNonNull(schemas, "schemas");
        Objects.requireNonNull(answers, "answers");
        saved = Map.copyOf(saved);
    }

    /** Returns the request for a file with these tables. */
    GuessRequest in(FileTables tables) {
        return new GuessRequest(schemas, area, dataflow, answers.in(tables), saved);
    }

    /** Returns the dataflows that areas submit. */
    List<Dataflow> dataflows() {
        return schemas.reported();
    }

    /** Returns the dataflows that the submitter named or chose; empty if they are not known. */
    List<Dataflow> chosen() {
        if (dataflow != null) {
            return List.of(dataflow);
        }
        Stream<String> ids = answers.dataflows().isEmpty()
                ? answers.value("dataflow").stream()
                : answers.dataflows().values().stream().flatMap(List::stream);
        return ids.flatMap(id -> schemas.dataflow(id).stream()).distinct().toList();
    }
}
