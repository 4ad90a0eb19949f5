package org.tipstats.start.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.function.IOConsumer;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.validate.row.ValidatedRows;
import org.tipstats.validate.row.ValidatedRows.ValidatedRow;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.validate.table.Action;
import org.tipstats.validate.trial.AcceptedFile;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Reads files in folders; the name of each folder is the id of a dataflow. Treats the files as accepted one after the
 * other, folder by folder and in the order of the file names. Keeps the figures of the valid files in memory, because
 * later files are compared with them.
 */
final class FolderFiles {

    private static final int ALL = 100;

    private final Path folder;
    private final SchemaRegistry schemas;
    private final int year;

    /**
     * The figures of the valid files read so far: by dataflow, area and key. A key is a text, because equal packed keys
     * can mean different figures in two sets of code lists.
     */
    private final Map<String, Map<String, Map<String, Observation>>> held = new HashMap<>();

    /** @param schemas the schemas in force */
    FolderFiles(Path folder, SchemaRegistry schemas, int year) {
        this.folder = folder;
        this.schemas = schemas;
        this.year = year;
    }

    void each(IntConsumer percent, IOConsumer<AcceptedFile> use) throws IOException {
        List<Path> files = files();
        for (int i = 0; i < files.size(); i++) {
            percent.accept(i * ALL / files.size());
            pass(files.get(i), use);
        }
    }

    /** Returns the files in the order in which the command reads them. */
    List<Path> files() {
        List<Path> found = new ArrayList<>();
        for (Dataflow flow : schemas.submitted()) {
            Path own = folder.resolve(flow.id());
            if (Files.isDirectory(own)) {
                try (Stream<Path> files = Files.list(own)) {
                    files.filter(Files::isRegularFile).sorted().forEach(found::add);
                } catch (IOException e) {
                    throw new NoAccessException("The folder " + own + " cannot be read.");
                }
            }
        }
        if (found.isEmpty()) {
            throw new NoAccessException(
                    "The folder " + folder + " has no files in folders that are named after their dataflows.");
        }
        return found;
    }

    private void pass(Path file, IOConsumer<AcceptedFile> use) throws IOException {
        Dataflow flow =
                schemas.dataflow(file.getParent().getFileName().toString()).orElseThrow();
        ValidationRequest request =
                ValidationRequest.anonymous(schemas, flow, year).against(this::held);
        Validation validation =
                new Validator().validate(file, file.getFileName().toString(), request);
        List<String> areas = List.copyOf(validation.areas());
        String name = folder.relativize(file).toString();
        use.accept(new AcceptedFile(null, flow.id(), areas, name, file, false, year, null, this::held));
        if (validation.report().valid()) {
            keep(file, flow);
        }
    }

    private Iterable<Observation> held(Dataflow asked, Set<String> areas) {
        KeySpace space = new KeySpace(asked.structure());
        List<Observation> known = new ArrayList<>();
        for (String area : new TreeSet<>(areas)) {
            held.getOrDefault(asked.id(), Map.of())
                    .getOrDefault(area, Map.of())
                    .forEach((key, value) -> space.parse(key)
                            .ifPresent(packed -> known.add(new Observation(
                                    packed,
                                    value.value(),
                                    value.status(),
                                    value.confidentiality(),
                                    value.attributes(),
                                    null))));
        }
        return known;
    }

    private void keep(Path file, Dataflow flow) throws IOException {
        KeySpace space = new KeySpace(flow.structure());
        try (ValidatedRows rows = ValidatedRows.open(file, flow)) {
            while (rows.hasNext()) {
                ValidatedRow row = rows.next();
                if (row.isPattern()) {
                    withdraw(flow, row.key());
                } else {
                    String area = space.code(row.packed(), flow.structure().area());
                    Map<String, Observation> own = held.computeIfAbsent(flow.id(), none -> new HashMap<>())
                            .computeIfAbsent(area, none -> new TreeMap<>());
                    if (row.action() == Action.DELETE) {
                        own.remove(row.key());
                    } else {
                        own.put(row.key(), row.observation());
                    }
                }
            }
        }
    }

    /** Removes the figures that a pattern covers. An empty code in the pattern covers all codes. */
    private void withdraw(Dataflow flow, String pattern) {
        Predicate<String> covered = Pattern.compile(Stream.of(pattern.split("\\.", -1))
                        .map(code -> code.isEmpty() ? "[^.]*" : Pattern.quote(code))
                        .collect(Collectors.joining("\\.")))
                .asMatchPredicate();
        held.getOrDefault(flow.id(), Map.of())
                .values()
                .forEach(figures -> figures.keySet().removeIf(covered));
    }
}
