package org.tipstats.collect.metadata;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.collect.metadata.MetadataVersion.PublicMetadata;
import org.tipstats.validate.table.Baseline.StatedBreaks;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Reads the accepted metadata of areas, which everyone may see. */
@ApplicationScoped
public class AcceptedMetadata {

    /** A time after every acceptance, to find the newest versions. */
    private static final Instant ALWAYS_LATER = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * How long ago a moment must be before its breaks are cached. Until then, a transaction that began before the
     * moment may still change them.
     */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private static final int MAX_CACHED = 500;

    /** A dataflow at a moment in the past. Its breaks at this moment never change. */
    private record PastBreaks(String dataflow, Instant at) {}

    private final MetadataRepository repository;
    private final NationalStructure structure;
    private final Clock clock;
    private final Cache<PastBreaks, StatedBreaks> past =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    AcceptedMetadata(MetadataRepository repository, SchemaRegistry schemas, Clock clock) {
        this.repository = repository;
        this.structure = NationalStructure.of(schemas);
        this.clock = clock;
    }

    /** Returns the questions that areas answer. */
    public NationalStructure structure() {
        return structure;
    }

    /** Returns the newest accepted metadata of an area: first about all dataflows, then about single dataflows. */
    public List<PublicMetadata> of(String area) {
        return repository.inForce(area, ALWAYS_LATER).stream()
                .map(PublicMetadata::of)
                .toList();
    }

    /** Returns the newest accepted metadata of all areas, sorted by area. */
    public List<PublicMetadata> all() {
        return repository.inForce(null, ALWAYS_LATER).stream()
                .map(PublicMetadata::of)
                .toList();
    }

    /** Returns the time of the newest acceptance or confirmation; empty if there is none. */
    public Optional<Instant> lastChange() {
        return repository.lastChange();
    }

    /**
     * Returns an area's metadata for a dataflow. Where the area says nothing about the dataflow, returns what the area
     * says about all dataflows.
     *
     * @param stated accepted metadata of one area
     */
    public static MetadataContent effective(Collection<PublicMetadata> stated, String dataflow) {
        return stated.stream()
                .filter(each -> each.dataflow() == null || each.dataflow().equals(dataflow))
                .sorted(Comparator.comparing(each -> each.dataflow() != null))
                .map(PublicMetadata::content)
                .reduce(MetadataContent.EMPTY, (general, special) -> special.over(general));
    }

    /**
     * Returns the breaks that areas state for a dataflow; none for reference data or a derived dataflow.
     *
     * @param at the moment at which the metadata were in force; null for now
     */
    public StatedBreaks breaks(Dataflow dataflow, Instant at) {
        if (dataflow.isReference() || dataflow.isDerived()) {
            return StatedBreaks.NONE;
        }
        return at == null || at.isAfter(clock.instant().minus(SETTLED))
                ? read(dataflow, at == null ? ALWAYS_LATER : at)
                : past.get(new PastBreaks(dataflow.id(), at), key -> read(dataflow, at));
    }

    private StatedBreaks read(Dataflow dataflow, Instant at) {
        Map<String, List<PublicMetadata>> byArea = new TreeMap<>();
        repository.inForce(null, at).stream()
                .map(PublicMetadata::of)
                .forEach(each -> byArea.computeIfAbsent(each.area(), none -> new ArrayList<>())
                        .add(each));
        Map<String, Map<String, String>> breaks = new HashMap<>();
        byArea.forEach((area, stated) -> {
            Map<String, String> years = new HashMap<>();
            effective(stated, dataflow.id()).breaks().forEach(each -> years.put(each.year(), each.inLanguage("en")));
            if (!years.isEmpty()) {
                breaks.put(area, years);
            }
        });
        return new StatedBreaks(breaks);
    }
}
