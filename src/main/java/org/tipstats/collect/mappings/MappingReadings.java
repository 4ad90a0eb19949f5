package org.tipstats.collect.mappings;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tipstats.collect.mappings.SavedMapping.MappingReference;
import org.tipstats.collect.upload.Corrections;
import org.tipstats.collect.upload.MappingChoice;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingApplication;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.validate.mapped.LayoutValidation.Reading;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Decides which mapping reads a file in a layout of its own. */
@ApplicationScoped
public class MappingReadings {

    private final SchemaRegistry schemas;
    private final MappingService mappings;
    private final ObjectMapper json;

    MappingReadings(SchemaRegistry schemas, MappingService mappings, ObjectMapper json) {
        this.schemas = schemas;
        this.mappings = mappings;
        this.json = json;
    }

    /**
     * Reads a mapping that came with a file.
     *
     * @param text the structure message; null or blank for none
     * @return null for none
     * @throws ProblemException 413 if the mapping is too large, 422 if it is not valid
     * @throws IOException if the text is not JSON
     */
    public Mapping sent(String text) throws IOException {
        if (text == null || text.isBlank()) {
            return null;
        }
        MappingBody.requireSize(text.length());
        return MappingBody.mapping(json.readTree(text), null, schemas);
    }

    /**
     * Returns how to read the file of a request. Uses the mapping that the request sends or names. If the request has
     * no mapping, uses the saved mapping of the account's areas that fits the table; of several, the first that is
     * complete. If none fits, the table is read only if its own texts leave no question open.
     *
     * @throws ProblemException 404 if the request names a mapping that the caller may not read
     */
    public ChosenReading choose(MappingChoice choice, Optional<Actor> actor) {
        Set<String> areas = actor.filter(who -> who.may(AccountRole.SUBMITTER))
                .map(who -> who.areasOf(who.source()))
                .orElse(Set.of());
        if (choice.sent() != null) {
            return new ChosenReading(choice, areas, choice.sent(), null);
        }
        if (choice.reference() == null) {
            return new ChosenReading(choice, areas, null, null);
        }
        SavedMapping saved = MappingReference.parse(choice.reference())
                .flatMap(named -> actor.flatMap(who -> mappings.find(named.id(), named.version(), who)))
                .orElseThrow(() -> ProblemException.notFound("mapping"));
        return new ChosenReading(choice, areas, saved.mapping(), saved);
    }

    /**
     * Returns the dataflows of the figures in a file, sorted by id. The mapping names them, or the file itself does,
     * for example in the column {@code STRUCTURE_ID} of SDMX-CSV.
     *
     * @return empty if neither names a dataflow
     * @throws ProblemException as {@link #choose}
     */
    public List<Dataflow> dataflows(Path file, MappingChoice choice, Optional<Actor> actor) {
        ChosenReading chosen = choose(choice, actor);
        Optional<Grid> grid = GuessService.read(file);
        Set<String> ids = new TreeSet<>();
        if (chosen.mapping == null) {
            grid.map(this::namedIn).ifPresent(ids::addAll);
        }
        if (ids.isEmpty()) {
            grid.flatMap(chosen.reading().by()).map(MappedFile::dataflows).ifPresent(ids::addAll);
        }
        if (ids.isEmpty() && chosen.mapping != null) {
            ids.addAll(chosen.mapping.targets());
        }
        return ids.stream().flatMap(id -> schemas.dataflow(id).stream()).toList();
    }

    private Set<String> namedIn(Grid grid) {
        Set<String> names = grid.sheets().stream()
                .limit(1)
                .flatMap(sheet -> sheet.rows().stream())
                .map(row -> row.text(1).split("\\(", 2)[0])
                .collect(Collectors.toSet());
        return !names.contains("STRUCTURE_ID")
                ? Set.of()
                : schemas.submitted().stream()
                        .filter(flow -> names.contains(flow.agency() + ":" + flow.id()))
                        .map(Dataflow::id)
                        .collect(Collectors.toSet());
    }

    /** The way to read one file. Reading the file sets {@link #saved} and completes {@link #corrections}. */
    public final class ChosenReading {

        private final Map<String, String> params;
        private final Set<String> areas;
        private final Mapping mapping;
        private SavedMapping saved;
        private Corrections corrections;

        private ChosenReading(MappingChoice choice, Set<String> areas, Mapping mapping, SavedMapping saved) {
            this.params = choice.params();
            this.corrections = choice.corrections();
            this.areas = areas;
            this.mapping = mapping;
            this.saved = saved;
        }

        public Reading reading() {
            return new Reading(mapping != null, params, this::read);
        }

        /** @throws ProblemException 422 if the corrections do not fit the file */
        private Optional<MappedFile> read(Grid grid) {
            corrections = corrections.in(grid);
            Grid corrected = corrections.correct(grid);
            return mapping == null
                    ? recognise(corrected)
                    : Optional.of(MappedFile.by(mapping, corrected, schemas, params));
        }

        /** Returns the corrected cells. After reading, they include the original texts of the file. */
        public Corrections corrections() {
            return corrections;
        }

        /** Returns the saved mapping that read the file; empty if none did. */
        public Optional<SavedMapping> saved() {
            return Optional.ofNullable(saved);
        }

        private Optional<MappedFile> recognise(Grid grid) {
            List<SavedMapping> fitting = mappings.ofAreas(areas).stream()
                    .filter(each -> MappingApplication.fits(each.mapping(), grid))
                    .toList();
            MappedFile best = null;
            for (SavedMapping each : fitting) {
                MappedFile file = MappedFile.by(each.mapping(), grid, schemas, params);
                if (best == null || !best.isComplete() && file.isComplete()) {
                    best = file;
                    saved = each;
                }
            }
            return best == null ? MappedFile.builtIn(grid, schemas, onlyArea(), params) : Optional.of(best);
        }

        private Code onlyArea() {
            return areas.size() == 1
                    ? schemas.areas().find(areas.iterator().next()).orElse(null)
                    : null;
        }
    }
}
