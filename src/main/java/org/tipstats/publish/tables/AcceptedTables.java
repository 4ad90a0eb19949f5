package org.tipstats.publish.tables;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.tipstats.files.parquet.ParquetTable;
import org.tipstats.platform.storage.OwnerOnly;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Writes the accepted figures as files from which other engines compile the figures of regions: a Parquet table of each
 * dataflow, and one file with all code lists and structures. The figures are not protected.
 */
public final class AcceptedTables {

    private static final String STRUCTURES = "structures.json";
    private static final List<String> KINDS =
            List.of("codelists", "conceptSchemes", "dataStructures", "dataflows", "dataConstraints");

    static {
        // A command sets no log level. At the default level, the library would slowly compose a log message for each
        // cell.
        LogContext.getLogContext().getLogger("org.apache.parquet").setLevel(Level.INFO);
    }

    private AcceptedTables() {}

    /**
     * Writes the tables of all submitted dataflows. Only the owner can read the folder and the files. The file of the
     * structures gets its name last, so a folder without it is not complete.
     *
     * @param folder the folder to make; if it exists, it must be empty; a folder that is refused does not change
     * @param accepted returns the accepted figures of a dataflow
     * @return the number of figures
     * @throws DirectoryNotEmptyException if the folder is not empty
     * @throws NotDirectoryException if there is a file in place of the folder
     */
    public static long write(Path folder, SchemaRegistry schemas, Function<Dataflow, Cube> accepted)
            throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            requireEmpty(folder);
        }
        OwnerOnly.folder(folder);
        long figures = 0;
        for (Dataflow dataflow : schemas.submitted()) {
            Cube cube = accepted.apply(dataflow);
            write(folder.resolve(dataflow.id() + ".parquet"), dataflow, cube);
            figures += cube.size();
        }
        Path unfinished = folder.resolve(STRUCTURES + ".part");
        OwnerOnly.file(unfinished);
        new JsonMapper().writeValue(unfinished.toFile(), structures(schemas));
        Files.move(unfinished, folder.resolve(STRUCTURES), StandardCopyOption.ATOMIC_MOVE);
        return figures;
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new DirectoryNotEmptyException(folder.toString());
            }
        }
    }

    private static void write(Path file, Dataflow dataflow, Cube cube) throws IOException {
        ParquetTable<Observation> table =
                new ParquetTable<>(dataflow.id(), PublishedColumns.ofReported(cube.space()), Map.of());
        OwnerOnly.file(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            table.write(cube.iterator(), out);
        }
    }

    private static ObjectNode structures(SchemaRegistry schemas) {
        ObjectNode message = new JsonMapper().createObjectNode();
        ObjectNode data = message.putObject("data");
        KINDS.forEach(kind -> data.putArray(kind).addAll(schemas.artefacts(kind)));
        return message;
    }
}
