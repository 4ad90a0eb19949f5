package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Compiles accepted figures with their aggregates and rates, before disclosure control. Each call has its own short
 * transaction. A transaction is needed so that rows arrive from the database in portions, and it ends before the slow
 * protection begins.
 */
@ApplicationScoped
public class CompilationService {

    private final SchemaRegistry schemas;
    private final AcceptedObservations accepted;

    CompilationService(SchemaRegistry schemas, AcceptedObservations accepted) {
        this.schemas = schemas;
        this.accepted = accepted;
    }

    /**
     * Returns the compiled cubes, by the id of their dataflow: the national figures that were valid after an
     * acceptance, with the aggregates and rates that follow from them. A dataflow without figures has no cube.
     */
    @Transactional
    public Map<String, Cube> at(long acceptance) {
        return compile(acceptance, (dataflow, national) -> national);
    }

    /**
     * Returns the figures of other sources that were valid after an acceptance, by source and dataflow. Neither
     * aggregates nor rates are computed from these figures. Leaves out reference data and dataflows that are rounded.
     */
    @Transactional
    public Map<String, Map<String, Cube>> otherSources(long acceptance) {
        Map<String, Map<String, Cube>> sources = new TreeMap<>();
        for (Dataflow dataflow : schemas.dataflows()) {
            if (!dataflow.isReference() && !dataflow.disclosure().rounds()) {
                accepted.otherSources(dataflow, acceptance)
                        .forEach((source, cube) -> sources.computeIfAbsent(source, added -> new TreeMap<>())
                                .put(dataflow.id(), cube));
            }
        }
        return sources;
    }

    /** Compiles figures as {@link #at} does, but changes the national figures first. */
    @Transactional
    Map<String, Cube> compile(long acceptance, BiFunction<Dataflow, Cube, Cube> change) {
        Map<String, Cube> compiled = new TreeMap<>();
        Dataflow populationFlow = schemas.population().orElseThrow();
        Cube population = change.apply(populationFlow, accepted.at(populationFlow, acceptance));
        for (Dataflow dataflow : schemas.submitted()) {
            Cube national =
                    dataflow.isPopulation() ? population : change.apply(dataflow, accepted.at(dataflow, acceptance));
            if (national.size() > 0) {
                compiled.put(dataflow.id(), new AggregateCalculator(dataflow, population).calculate(national));
            }
        }
        return compiled;
    }
}
