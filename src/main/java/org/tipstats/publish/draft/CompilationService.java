package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.tipstats.collect.receive.AcceptedObservations;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Compiles accepted figures with their aggregates and rates, before disclosure control. Each call reads in one
 * transaction of its own, so that rows come in portions; none lasts as long as a protection does.
 */
@ApplicationScoped
public class CompilationService {

    private final SchemaRegistry schemas;
    private final AcceptedObservations accepted;

    CompilationService(SchemaRegistry schemas, AcceptedObservations accepted) {
        this.schemas = schemas;
        this.accepted = accepted;
    }

    /** The whole cubes of what held after an acceptance, by the id of their dataflow; none for one without figures. */
    @Transactional
    public Map<String, Cube> at(long acceptance) {
        return compile(acceptance, (dataflow, national) -> national);
    }

    /**
     * What other sources than the official one say, as it held after an acceptance: by source and dataflow. Nothing is
     * computed from it. Dataflows that round have no such figures.
     */
    @Transactional
    public Map<String, Map<String, Cube>> beside(long acceptance) {
        Map<String, Map<String, Cube>> sources = new TreeMap<>();
        for (Dataflow dataflow : schemas.dataflows()) {
            if (!dataflow.isReference() && !dataflow.disclosure().rounds()) {
                accepted.beside(dataflow, acceptance)
                        .forEach((source, cube) -> sources.computeIfAbsent(source, added -> new TreeMap<>())
                                .put(dataflow.id(), cube));
            }
        }
        return sources;
    }

    /** The same of national figures that are changed before they are compiled. */
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
