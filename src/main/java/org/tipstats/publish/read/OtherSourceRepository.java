package org.tipstats.publish.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.platform.database.Database;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.publish.draft.SourceProtection;
import org.tipstats.publish.draft.SourceProtection.OtherSource;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Stores the figures of other sources that releases show next to the official figures, as compressed canonical text.
 */
@ApplicationScoped
public class OtherSourceRepository {

    private final Database database;
    private final SchemaRegistry schemas;

    OtherSourceRepository(Database database, SchemaRegistry schemas) {
        this.database = database;
        this.schemas = schemas;
    }

    public void store(String release, OtherSourceText text) {
        database.update(
                "insert into release_beside (release_id, dataflow, source, observations, sha256, content, unpublished)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                release,
                text.dataflow(),
                text.source(),
                text.published().observations(),
                text.published().sha256(),
                text.published().compressed(),
                text.unpublished().compressed());
    }

    /** Returns the published figures of other sources in a dataflow, by source. */
    Map<String, Cube> published(String release, Dataflow dataflow) {
        Map<String, Cube> published = new TreeMap<>();
        database.each(
                "select source, content from release_beside where release_id = ? and dataflow = ? order by source",
                row -> published.put(row.getString(1), read(dataflow, row.getBytes(2))),
                release,
                dataflow.id());
        return published;
    }

    /**
     * Returns the dataflows that have figures of other sources, by release. Leaves out releases that are not public at
     * the instant.
     */
    Map<String, List<String>> dataflows(Instant at) {
        Map<String, List<String>> dataflows = new TreeMap<>();
        database.each(
                "select distinct b.release_id, b.dataflow from release_beside b join release r on r.id = b.release_id"
                        + " where " + ReleaseReferenceRepository.VISIBLE + " order by b.release_id, b.dataflow",
                row -> dataflows
                        .computeIfAbsent(row.getString(1), release -> new ArrayList<>())
                        .add(row.getString(2)),
                at);
        return dataflows;
    }

    /**
     * Returns the published and the compiled figures of each other source in a release. The compiled figures are
     * confidential.
     */
    List<EarlierRelease> all(String release) {
        Map<String, Map<String, Cube>> published = new TreeMap<>();
        Map<String, Map<String, Cube>> compiled = new TreeMap<>();
        String sql = "select source, dataflow, content, unpublished from release_beside where release_id = ?";
        database.each(
                sql,
                row -> {
                    Dataflow dataflow = schemas.dataflow(row.getString(2)).orElseThrow();
                    Cube cube = read(dataflow, row.getBytes(3));
                    UnpublishedFigures hidden = UnpublishedFigures.read(dataflow, row.getBytes(4));
                    published
                            .computeIfAbsent(row.getString(1), source -> new TreeMap<>())
                            .put(dataflow.id(), cube);
                    compiled.computeIfAbsent(row.getString(1), source -> new TreeMap<>())
                            .put(dataflow.id(), hidden.restore(cube));
                },
                release);
        List<EarlierRelease> all = new ArrayList<>();
        published.forEach((source, cubes) ->
                all.add(new EarlierRelease(SourceProtection.idOf(release, source), compiled.get(source), cubes)));
        return all;
    }

    private static Cube read(Dataflow dataflow, byte[] compressed) {
        return DatasetText.read(dataflow, new ByteArrayInputStream(compressed));
    }

    /**
     * The figures of another source that a release shows in a dataflow.
     *
     * @param unpublished the compiled figures that the release withholds or publishes in a changed form
     */
    public record OtherSourceText(String source, String dataflow, DatasetText published, DatasetText unpublished) {

        /** Returns the texts of all figures that may be published. */
        public static List<OtherSourceText> of(List<OtherSource> sources) {
            List<OtherSourceText> texts = new ArrayList<>();
            for (OtherSource beside : sources) {
                new TreeMap<>(beside.safe()).forEach((id, safe) -> texts.add(of(beside, id, safe)));
            }
            return texts;
        }

        private static OtherSourceText of(OtherSource beside, String id, ProtectedCube safe) {
            Cube compiled = beside.compiled().get(id);
            DatasetText unpublished = UnpublishedFigures.of(compiled, safe).write(compiled.space());
            return new OtherSourceText(beside.source(), id, DatasetText.write(safe.cube()), unpublished);
        }

        /**
         * Returns the id of these figures in the hash of the release. It contains {@code @}, so it differs from the id
         * of every dataflow.
         */
        public String hashId() {
            return dataflow + "@" + source;
        }
    }
}
