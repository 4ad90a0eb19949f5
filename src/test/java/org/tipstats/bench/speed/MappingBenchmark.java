package org.tipstats.bench.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.guess.GuessRequest;
import org.tipstats.mapping.guess.Guesser;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingApplication;
import org.tipstats.mapping.saved.MappingMaker;
import org.tipstats.validate.mapped.LayoutValidation;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Measures tables in a layout of their own: guesses of tables of a number of cells, and files that a saved mapping reads,
 * beside the validation of the same rows in the columns of the dataflow. Both times are those on the processor, the least
 * of several runs.
 */
final class MappingBenchmark {

    private static final String LANGUAGE = "fr";
    private static final String MASKED = "*";
    private static final List<String> WORDS = List.of("SEX", "AGE", "EXPLOITATION");
    private static final int KEYS_A_YEAR = 1_500;
    private static final int RUNS = 15;
    private static final int REPEATS = 5;

    private final SchemaRegistry schemas = SchemaRegistry.load(Path.of("schemas"));
    private final Dataflow victims = schemas.dataflow("VICTIMS").orElseThrow();
    private final ValidationRequest request = ValidationRequest.anonymous(schemas, victims, 2026);
    private final Path folder;

    private MappingBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        MappingBenchmark benchmark = new MappingBenchmark(Path.of(arguments[0]));
        for (int years : new int[] {7, 25}) {
            List<String[]> cube = benchmark.cube(years);
            benchmark.measure("years across", benchmark.across(cube));
            benchmark.measure("years down", benchmark.down(cube));
            benchmark.measure("long", benchmark.longTable(cube));
        }
        benchmark.guess(10_000, 1);
        benchmark.guess(500_000, 15);
    }

    /** Returns the rows of one country, all codes and totals: sex, age, form, year and value. */
    private List<String[]> cube(int years) throws IOException {
        Path file = new FullCubes(victims, years * KEYS_A_YEAR, FullCubes.Kind.CLEAN).write(folder.resolve("cube.csv"));
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new String[] {
                    word("SEX", cells[2]),
                    word("AGE", cells[3]),
                    word("EXPLOITATION", cells[4]),
                    cells[6],
                    cells[7].isEmpty() ? MASKED : cells[7]
                })
                .toList();
    }

    private String word(String dimension, String code) {
        return dimension(dimension).codes().find(code).orElseThrow().name().inLanguage(LANGUAGE);
    }

    private Dimension dimension(String id) {
        return victims.structure().dimension(id).orElseThrow();
    }

    /** Returns a table with a column for each sex and the years in rows. */
    private Path down(List<String[]> cube) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        LinkedHashSet<String> sexes = new LinkedHashSet<>();
        for (String[] cells : cube) {
            sexes.add(cells[0]);
            rows.computeIfAbsent(String.join(";", List.of(cells).subList(1, 4)), none -> new ArrayList<>())
                    .add(cells[4]);
        }
        List<String> lines = new ArrayList<>(List.of("Victimes de la traite des personnes"));
        lines.add("Tranche;Forme;Année;" + String.join(";", sexes));
        rows.forEach((words, values) -> lines.add(words + ';' + String.join(";", values)));
        return Files.write(folder.resolve("down.csv"), lines);
    }

    private Path longTable(List<String[]> cube) throws IOException {
        List<String> lines = new ArrayList<>(List.of("Sexe;Tranche;Forme;Année;Victimes"));
        cube.forEach(cells -> lines.add(String.join(";", cells)));
        return Files.write(folder.resolve("long.csv"), lines);
    }

    private Path across(List<String[]> cube) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        TreeSet<String> years = new TreeSet<>();
        for (String[] cells : cube) {
            rows.computeIfAbsent(String.join(";", List.of(cells).subList(0, 3)), none -> new ArrayList<>())
                    .add(cells[4]);
            years.add(cells[3]);
        }
        List<String> lines = new ArrayList<>(List.of("Victimes de la traite des personnes"));
        lines.add("Sexe;Tranche;Forme;" + String.join(";", years));
        rows.forEach((words, values) -> lines.add(words + ';' + String.join(";", values)));
        return Files.write(folder.resolve("across.csv"), lines);
    }

    /**
     * Compares a table that its saved mapping reads with the same rows in the columns of the dataflow. Neither is stored.
     */
    private void measure(String layout, Path file) throws Exception {
        Answers answers = answers();
        Grid grid = GridReader.read(file);
        Guess guess = guess(grid, answers);
        Mapping mapping = MappingMaker.of(grid, "AUT", answers, guess);
        Path made = folder.resolve("made.csv");
        int rows = apply(file, mapping, made);
        Path own = Files.copy(made, folder.resolve("own.csv"), StandardCopyOption.REPLACE_EXISTING);
        double[] best = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        for (int i = 0; i < RUNS; i++) {
            best[0] = Math.min(best[0], processor(() -> validate(own)));
            best[1] = Math.min(best[1], processor(() -> apply(file, mapping, null)));
            best[2] = Math.min(best[2], processor(() -> GridReader.read(file)));
            best[3] = Math.min(best[3], processor(() -> MappingApplication.of(mapping, grid, schemas, Answers.NONE)));
        }
        System.out.printf(
                Locale.ROOT,
                "%,7d figures, %-12s  in our columns %6.1f ms  by a saved mapping %6.1f ms (%.2f x, target 1.5 x)"
                        + "  of this cells %.1f ms, figures %.1f ms%n",
                rows,
                layout,
                1_000 * best[0],
                1_000 * best[1],
                best[1] / best[0],
                1_000 * best[2],
                1_000 * best[3]);
    }

    /** Returns the time of one run on the processor: the clock of the system counts in hundredths of a second. */
    private static double processor(Stopwatch.Work work) throws Exception {
        return Stopwatch.processor(() -> {
                    for (int i = 0; i < REPEATS; i++) {
                        work.run();
                    }
                })
                / REPEATS;
    }

    private Answers answers() {
        ObjectNode answers = new ObjectMapper().createObjectNode();
        answers.put("dataflow", "VICTIMS").put("unit", "NUMBER").put("coverage", "national");
        answers.put("marker:" + MASKED, "suppressed");
        answers.put("column:Tranche", "AGE").put("column:Forme", "EXPLOITATION");
        for (String id : WORDS) {
            dimension(id)
                    .codes()
                    .codes()
                    .forEach(
                            code -> answers.put("word:" + id + ":" + code.name().inLanguage(LANGUAGE), code.id()));
        }
        return Answers.of(answers, null);
    }

    private Guess guess(Grid grid, Answers answers) {
        return Guesser.guess(
                grid, new GuessRequest(schemas, schemas.areas().find("AUT").orElseThrow(), null, answers, Map.of()));
    }

    private void validate(Path own) throws IOException {
        requireValid(new Validator().validate(own, null, request));
    }

    private int apply(Path file, Mapping mapping, Path made) throws IOException {
        LayoutValidation read = LayoutValidation.of(
                file,
                null,
                request,
                new LayoutValidation.Reading(
                        true, Map.of(), grid -> Optional.of(MappedFile.by(mapping, grid, schemas, Map.of()))),
                made);
        requireValid(read.validation());
        return read.validation().report().file().rows();
    }

    private static void requireValid(Validation validation) {
        if (!validation.report().valid()) {
            validation.findings().forEachRemaining(System.out::println);
            throw new IllegalStateException("the file was meant to be without faults");
        }
    }

    /** Guesses a table of regions by year of so many cells. */
    private void guess(int cells, int seconds) throws Exception {
        List<String> lines = new ArrayList<>(List.of("Victims of trafficking in persons"));
        StringBuilder header = new StringBuilder("Region;Sex");
        int years = 23;
        for (int year = 2000; year < 2000 + years; year++) {
            header.append(';').append(year);
        }
        lines.add(header.toString());
        for (int row = 0; row < cells / (years + 2) - 2; row++) {
            StringBuilder line = new StringBuilder("Province " + row / 2 + (row % 2 == 0 ? ";Women" : ";Men"));
            for (int year = 0; year < years; year++) {
                line.append(';').append((row * 31 + year * 17) % 97);
            }
            lines.add(line.toString());
        }
        Path file = Files.write(folder.resolve("cells.csv"), lines);
        Answers answers = answers();
        double cold = Stopwatch.once(() -> guess(GridReader.read(file), answers));
        double best = cold;
        for (int i = 0; i < RUNS / 3; i++) {
            best = Math.min(best, Stopwatch.once(() -> guess(GridReader.read(file), answers)));
        }
        Stopwatch.print(
                String.format(Locale.ROOT, "guess of %,d cells, first %.2f s, least", cells, cold),
                best,
                "s",
                "< " + seconds + " s",
                "",
                0);
    }
}
