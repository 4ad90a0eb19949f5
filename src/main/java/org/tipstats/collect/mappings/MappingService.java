package org.tipstats.collect.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.collect.mappings.SavedMapping.MappingReference;
import org.tipstats.collect.upload.MappingLimits;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.database.JsonText;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Saves and finds mappings. The submitters of an area write and read its mappings; reviewers and administrators read
 * them. Nobody else finds them.
 */
@ApplicationScoped
@OwnAreas
public class MappingService {

    private final SchemaRegistry schemas;
    private final MappingRepository repository;
    private final AuditRecorder audit;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    MappingService(SchemaRegistry schemas, MappingRepository repository, AuditRecorder audit, Clock clock) {
        this.schemas = schemas;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Returns a mapping that the caller may read.
     *
     * @param version the number of the version; null for the newest version of a mapping in use
     * @return empty if there is no such mapping, or if the caller may not read it
     */
    public Optional<SavedMapping> find(String id, Integer version, Actor caller) {
        return stored(new MappingReference(id, version), caller).map(this::saved);
    }

    /** Returns the newest version of each mapping that is in use in one of the areas, in a fixed order. */
    public List<SavedMapping> ofAreas(Set<String> areas) {
        return repository.ofAreas(areas).stream().map(this::saved).toList();
    }

    /** Returns a stored version that the caller may read. A retired mapping is found only with a version number. */
    Optional<StoredMapping> stored(MappingReference reference, Actor caller) {
        Optional<StoredMapping> found = reference.version() == null
                ? repository.newest(reference.id()).filter(mapping -> !mapping.isRetired())
                : repository.version(reference.id(), reference.version());
        return found.filter(mapping -> mayRead(mapping.area(), caller));
    }

    private static boolean mayRead(String area, Actor caller) {
        return caller.reports(area) || caller.may(AccountRole.REVIEWER) || caller.may(AccountRole.ADMINISTRATOR);
    }

    /**
     * Lists the newest version of each mapping in use that the caller may read, without its content.
     *
     * @param area null for all areas
     */
    List<StoredMapping> list(String area, Actor caller) {
        boolean all = caller.may(AccountRole.REVIEWER) || caller.may(AccountRole.ADMINISTRATOR);
        if (area == null && all) {
            return repository.list(null);
        }
        Set<String> areas = new HashSet<>(area == null ? caller.areas() : Set.of(area));
        areas.removeIf(each -> !mayRead(each, caller));
        return repository.list(areas);
    }

    /** Returns the mapping that a stored version holds. */
    SavedMapping saved(StoredMapping stored) {
        Mapping mapping = new MappingMessage(schemas).read(message(stored));
        return new SavedMapping(stored.id(), stored.version(), stored.name(), stored.area(), mapping);
    }

    /** Returns the structure message of a stored version. */
    JsonNode message(StoredMapping stored) {
        return JsonText.read(json.readerFor(JsonNode.class), stored.content());
    }

    /**
     * Returns the meaning of the words that an area confirmed, by the id of the decision. Leaves out a word to which
     * the area's mappings give different meanings.
     */
    Map<String, String> wordsOf(String area) {
        Map<String, String> known = new TreeMap<>();
        Set<String> disputed = new HashSet<>();
        for (SavedMapping saved : ofAreas(Set.of(area))) {
            saved.mapping()
                    .words()
                    .forEach((component, codes) -> codes.forEach((word, code) -> {
                        String id = Answers.normal("word:" + component + ":" + word);
                        String before = known.put(id, code);
                        if (before != null && !before.equals(code)) {
                            disputed.add(id);
                        }
                    }));
        }
        known.keySet().removeAll(disputed);
        return known;
    }

    /**
     * Saves a mapping. If the area has a mapping with this name, even a retired one, adds a version to that mapping and
     * puts it in use again.
     *
     * @throws ProblemException 404 if the actor does not submit for the area; 409 if the area has too many mappings;
     *     413 if the mapping is too large
     */
    @Transactional
    public SavedMapping save(String area, String name, Mapping mapping, Actor by) {
        if (!by.reports(area)) {
            throw ProblemException.notFound("area");
        }
        repository.lock(area);
        Optional<StoredMapping> before = repository.named(area, name);
        boolean further = before.filter(stored -> !stored.isRetired()).isPresent();
        if (!further && repository.inUse(area) >= MappingLimits.MAX_OF_AREA) {
            throw ProblemException.conflict("There are " + MappingLimits.MAX_OF_AREA
                    + " mappings of this country or area, which is the limit. Retire one first.");
        }
        String id = before.map(StoredMapping::id).orElseGet(() -> repository.add(area, name));
        int version = 1 + before.map(StoredMapping::version).orElse(0);
        String content = new MappingMessage(schemas)
                .write(mapping, id, version + ".0.0", name)
                .toString();
        MappingBody.requireSize(content.getBytes(StandardCharsets.UTF_8).length);
        repository.addVersion(id, version, mapping.targets(), content, by, clock.instant());
        repository.retire(id, null);
        audit.record(by.event("mapping-saved", "mappings/" + id).detail("version", version));
        return new SavedMapping(id, version, name, area, mapping);
    }

    /**
     * Retires a mapping: lists, and requests without a version number, no longer find it. Keeps its versions.
     *
     * @throws ProblemException 404 if there is no such mapping, if it is retired already, or if the actor does not
     *     submit for its area
     */
    @Transactional
    public void retire(String id, Actor by) {
        StoredMapping mapping = repository
                .newest(id)
                .filter(stored -> !stored.isRetired() && by.reports(stored.area()))
                .orElseThrow(() -> ProblemException.notFound("mapping"));
        repository.lock(mapping.area());
        repository.retire(mapping.id(), clock.instant());
        audit.record(by.event("mapping-retired", "mappings/" + mapping.id()));
    }
}
