package org.tipstats.start.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.files.detect.DelimitedFile;
import org.tipstats.files.detect.UnreadableTableException;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.intruder.IntruderAudit;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.protect.published.PublishedVintage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Reads files of published tables and audits them together. Either all files belong to dataflows of the service, or no
 * file does. If the tables of a release belong to no dataflow, their file names distinguish them.
 */
public final class PublishedFiles {

    private final SchemaRegistry schemas;
    private final Map<String, Map<Dataflow, List<Observation>>> cubes = new LinkedHashMap<>();
    private final List<PublishedTable> tables = new ArrayList<>();
    private final Map<String, GenericTable> origins = new HashMap<>();
    private final Map<String, CodeTree> hierarchies = new TreeMap<>();
    private DelimitedFile revised;

    public PublishedFiles(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    /**
     * Reads a file of a release. The caller must add the files in the order of their releases.
     *
     * @param countColumn the name of the column of the counts; null to look for a usual name; ignored if the file
     *     belongs to a dataflow
     * @throws UnreadableTableException if the file is not a table of counts
     */
    public void add(String release, Path file, String countColumn) throws IOException {
        DelimitedFile rows = DelimitedFile.read(file, this::isComponent);
        DataflowFile.dataflowOf(rows, schemas.dataflows())
                .ifPresentOrElse(
                        dataflow -> addCube(release, dataflow, rows),
                        () -> addTable(release, new GenericTable(rows, countColumn)));
    }

    /**
     * Adds a file of a dataflow. A file of a derived dataflow is ignored: its figures are computed from published
     * figures and reveal nothing more.
     */
    private void addCube(String release, Dataflow dataflow, DelimitedFile rows) {
        Map<Dataflow, List<Observation>> ofRelease = cubes.computeIfAbsent(release, none -> new LinkedHashMap<>());
        if (!dataflow.isDerived()) {
            ofRelease
                    .computeIfAbsent(dataflow, none -> new ArrayList<>())
                    .addAll(new DataflowFile(rows, dataflow).read());
        }
    }

    private void addTable(String release, GenericTable table) {
        PublishedTable read = table.read(release);
        tables.add(read);
        origins.put(release + " " + read.name(), table);
    }

    private boolean isComponent(String text) {
        return schemas.dataflows().stream()
                .anyMatch(dataflow -> dataflow.structure().componentIds().contains(text));
    }

    /**
     * Reads the hierarchy of a column's codes. After the header, each row of the file has a parent and a child.
     *
     * @throws UnreadableTableException if the file has fewer than two columns
     */
    public void addHierarchy(String column, Path file) throws IOException {
        CodeTree tree = hierarchies.computeIfAbsent(column, none -> new CodeTree());
        DelimitedFile rows = DelimitedFile.read(file, text -> text.equals("parent") || text.equals("child"));
        int parent = Math.max(0, rows.column("parent"));
        int child = rows.column("child") == DelimitedFile.NONE ? 1 : rows.column("child");
        if (rows.columns().size() < 2) {
            throw new UnreadableTableException(rows.name() + " has no two columns, parent and child.");
        }
        rows.rows().forEach(row -> tree.add(row[parent], row[child]));
    }

    /**
     * Reads the list of cells that were revised between releases. The columns of the file are dimensions of the tables;
     * each row has the codes of a revised cell.
     */
    public void readRevised(Path file) throws IOException {
        revised = DelimitedFile.read(file, this::isComponent);
    }

    /**
     * Audits all files together.
     *
     * @throws UnreadableTableException if some files belong to dataflows and others do not, or if the tables cannot be
     *     audited
     */
    public AuditReport audit(AuditOptions options) {
        if (!tables.isEmpty() && !cubes.isEmpty()) {
            throw new UnreadableTableException("Tables of dataflows and others cannot be audited together.");
        }
        AuditOptions informed = options.withTruth(this::truth);
        AuditOptions complete =
                revised == null ? informed : informed.withRevised(new RevisedCells(revised, schemas, tables)::find);
        try {
            IntruderAudit audit = new IntruderAudit(complete);
            return cubes.isEmpty()
                    ? audit.audit(TableEquations.of(complete, tables, hierarchies))
                    : audit.audit(vintages());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableTableException("The tables make no system: " + e.getMessage() + ".");
        }
    }

    private OptionalLong truth(String release, String table, String key) {
        GenericTable origin = origins.get(release + " " + table);
        return origin == null ? OptionalLong.empty() : origin.truth(key);
    }

    private List<PublishedVintage> vintages() {
        List<PublishedVintage> vintages = new ArrayList<>();
        cubes.forEach((release, observations) -> {
            Map<Dataflow, Cube> published = new HashMap<>();
            observations.forEach(
                    (dataflow, list) -> published.put(dataflow, Cube.of(new KeySpace(dataflow.structure()), list)));
            vintages.add(new PublishedVintage(release, published));
        });
        return vintages;
    }

    /**
     * The revised cells that a file lists: one row for each cell, one column for each dimension. If a dimension has no
     * column, a row stands for all cells with the codes of the row, whatever their code in this dimension.
     */
    private static final class RevisedCells {

        private final DelimitedFile file;
        private final Map<String, List<String>> dimensions = new HashMap<>();
        /**
         * The codes of each cell by the key of the cell. The key alone does not show the codes, because a code may
         * contain dots.
         */
        private final Map<String, List<String>> codes = new HashMap<>();

        private final Map<List<String>, Set<List<String>>> keys = new HashMap<>();

        RevisedCells(DelimitedFile file, SchemaRegistry schemas, List<PublishedTable> tables) {
            this.file = file;
            schemas.dataflows()
                    .forEach(dataflow -> dimensions.put(
                            dataflow.id(),
                            dataflow.structure().dimensions().stream()
                                    .map(Dimension::id)
                                    .toList()));
            tables.forEach(table -> {
                dimensions.put(table.name(), table.dimensions());
                table.cells().forEach(cell -> codes.put(table.name() + " " + cell.key(), cell.codes()));
            });
        }

        OptionalLong find(String release, String table, String key) {
            List<String> names = dimensions.getOrDefault(table, List.of());
            List<String> cell = codes.getOrDefault(table + " " + key, List.of(key.split("\\.", -1)));
            if (cell.size() != names.size()) {
                return OptionalLong.empty();
            }
            List<String> shared =
                    names.stream().filter(file.columns()::contains).toList();
            List<String> own =
                    shared.stream().map(name -> cell.get(names.indexOf(name))).toList();
            boolean isRevised = !shared.isEmpty()
                    && keys.computeIfAbsent(shared, this::keysOf).contains(own);
            return isRevised ? OptionalLong.of(1) : OptionalLong.empty();
        }

        private Set<List<String>> keysOf(List<String> columns) {
            return file.rows().stream()
                    .map(row -> columns.stream()
                            .map(name -> row[file.columns().indexOf(name)])
                            .toList())
                    .collect(Collectors.toSet());
        }
    }
}
