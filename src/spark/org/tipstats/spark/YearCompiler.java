package org.tipstats.spark;

import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Compiles one year of a dataflow from its accepted figures and the population of that year. */
final class YearCompiler implements CoGroupFunction<Integer, Row, Row, Row> {

    private static final long serialVersionUID = 1L;

    private final Broadcast<Structures> structures;
    private final String dataflow;

    YearCompiler(Broadcast<Structures> structures, String dataflow) {
        this.structures = structures;
        this.dataflow = dataflow;
    }

    @Override
    public Iterator<Row> call(Integer year, Iterator<Row> accepted, Iterator<Row> population) {
        if (!accepted.hasNext()) {
            return Collections.emptyIterator();
        }
        SchemaRegistry schemas = structures.value().schemas();
        Dataflow compiled = schemas.dataflow(dataflow).orElseThrow();
        FigureRows rows = new FigureRows(compiled.structure());
        Cube persons = new FigureRows(schemas.population().orElseThrow().structure()).cube(population);
        Cube figures = new AggregateCalculator(compiled, persons).calculate(rows.cube(accepted));
        return figures.observations().stream().map(rows::row).iterator();
    }
}
