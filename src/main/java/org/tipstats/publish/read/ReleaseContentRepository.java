package org.tipstats.publish.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.platform.database.ChunkStore;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.read.PublishedReleases.ReleasedDataset;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;

/** Stores the datasets of releases as compressed canonical text in pieces. */
@ApplicationScoped
public class ReleaseContentRepository {

    private final Database database;
    private final ChunkStore pieces;

    ReleaseContentRepository(Database database) {
        this.database = database;
        this.pieces = new ChunkStore(database, "release_piece", "release_id", "dataflow");
    }

    public void store(String release, Dataflow dataflow, DatasetText text) {
        database.update(
                "insert into release_content (release_id, dataflow, observations, sha256) values (?, ?, ?, ?)",
                release,
                dataflow.id(),
                text.observations(),
                text.sha256());
        Uncheck.run(() -> pieces.write(new ByteArrayInputStream(text.compressed()), release, dataflow.id()));
    }

    /** Returns the dataset; empty if the release does not contain the dataflow. */
    public Cube read(String release, Dataflow dataflow) {
        String sql = "select count(*) from release_content where release_id = ? and dataflow = ?";
        return database.number(sql, release, dataflow.id()) > 0
                ? DatasetText.read(dataflow, pieces.open(release, dataflow.id()))
                : Cube.empty(new KeySpace(dataflow.structure()));
    }

    public void storeUnpublished(String release, String dataflow, DatasetText text) {
        database.update(
                "insert into release_unpublished (release_id, dataflow, figures, content) values (?, ?, ?, ?)",
                release,
                dataflow,
                text.observations(),
                text.compressed());
    }

    /**
     * Returns the compiled figures of a dataflow that a release withholds or publishes in a changed form; empty for old
     * releases, which did not store these figures.
     */
    Optional<UnpublishedFigures> readUnpublished(String release, Dataflow dataflow) {
        String sql = "select content from release_unpublished where release_id = ? and dataflow = ?";
        return database.first(sql, row -> row.getBytes(1), release, dataflow.id())
                .map(content -> UnpublishedFigures.read(dataflow, content));
    }

    public void addSources(String release, Collection<UUID> submissions) {
        database.copy("release_source (release_id, submission_id)", rows -> {
            for (UUID submission : submissions) {
                rows.column(release).column(submission).endRow();
            }
        });
    }

    /** Returns the datasets of all releases that are public at an instant, by release and dataflow. */
    List<ReleasedDataset> published(Instant at) {
        return database.list(
                "select c.release_id, c.dataflow, c.observations, c.sha256 from release_content c"
                        + " join release r on r.id = c.release_id"
                        + " where " + ReleaseReferenceRepository.VISIBLE + " order by c.release_id, c.dataflow",
                row -> new ReleasedDataset(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
                at);
    }

    /** Returns the datasets of a release, even if it is not public. */
    List<ReleasedDataset> datasets(String release) {
        return database.list(
                "select release_id, dataflow, observations, sha256 from release_content where release_id = ?"
                        + " order by dataflow",
                row -> new ReleasedDataset(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
                release);
    }

    /**
     * Returns the hashes of a release's datasets as {@code dataflow:sha256}, in the order of their ids. The hashes of
     * other sources' datasets have the form {@code dataflow@source:sha256}.
     */
    public List<String> hashes(String release) {
        return database.list(
                "select id || ':' || sha256 from (select dataflow as id, sha256 from release_content where release_id"
                        + " = ? union all select dataflow || '@' || source, sha256 from release_beside where release_id ="
                        + " ?) as datasets order by id collate \"C\"",
                row -> row.getString(1),
                release,
                release);
    }
}
