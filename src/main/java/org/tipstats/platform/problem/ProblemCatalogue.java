package org.tipstats.platform.problem;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tipstats.platform.problem.ProblemType.ProblemTypes;

/** The problem types of the service, by slug. */
@Singleton
public class ProblemCatalogue {

    private final Map<String, ProblemType> bySlug = new TreeMap<>();

    ProblemCatalogue(@All List<ProblemTypes> capabilities) {
        Stream.concat(ProblemType.COMMON.stream(), capabilities.stream().flatMap(types -> types.types().stream()))
                .forEach(this::add);
    }

    private void add(ProblemType type) {
        ProblemType other = bySlug.put(type.slug(), type);
        if (other != null && !other.equals(type)) {
            throw new IllegalStateException("two problem types share the address " + type.path());
        }
    }

    public Optional<ProblemType> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    public List<ProblemType> all() {
        return List.copyOf(bySlug.values());
    }
}
