package org.tipstats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.grid.NoTableException;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.guess.GuessRequest;
import org.tipstats.mapping.guess.Guesser;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingApplication;
import org.tipstats.mapping.saved.MappingMaker;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Guesses all tables of a folder and compares the figures with those that a person would submit. The argument is a
 * folder with {@code files}, {@code answers} and {@code golden}. The program copies nothing of it.
 */
public final class TablesRun {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ALWAYS_ASKED =
            List.of("dataflow", "unit", "coverage", "period", "measure", "marker:-", "marker:\u2026");

    private final Path folder;
    private final SchemaRegistry schemas = SchemaRegistry.load(Path.of("schemas"));
    private final List<Integer> questions = new ArrayList<>();
    private int golden;
    private int exact;
    private int withFew;
    private int wrong;
    private int reapplied;
    /** The files that give all their figures without a question and after one, and those that their rule refuses then. */
    private final int[] goIn = new int[2];

    private final int[] end = new int[2];
    /** The same files that give all their figures, if it is also given that the figures cover the country. */
    private int goInAsNational;

    private TablesRun(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException {
        new TablesRun(Path.of(arguments[0])).run(arguments.length > 1 ? arguments[1] : "");
    }

    private void run(String only) throws IOException {
        System.out.printf(
                "%-26s %-28s %5s %5s %5s %5s | %9s %9s | %5s %5s %5s%n",
                "file", "verdict", "first", "asked", "few", "all", "exact", "few", "wrong", "left", "open");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("files"))) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            if (file.getFileName().toString().contains(only)) {
                try {
                    if (listsPersons(file)) {
                        System.out.printf("%-26s case-level-data%n", file.getFileName());
                        end[0]++;
                    } else {
                        run(file, !only.isEmpty());
                    }
                } catch (NoTableException e) {
                    System.out.printf("%-26s wrong-file-type%n", file.getFileName());
                    end[0]++;
                } catch (RuntimeException e) {
                    System.out.printf("%-26s %s%n", file.getFileName(), e);
                    if (!only.isEmpty()) {
                        e.printStackTrace();
                    }
                }
            }
        }
        questions.sort(null);
        System.out.printf(
                "golden %d, exact %d, with the questions that are always asked %d, wrong %d, median of questions %d, again %d%n",
                golden,
                exact,
                withFew,
                wrong,
                questions.isEmpty() ? 0 : questions.get(questions.size() / 2),
                reapplied);
        int all = goIn[0] + goIn[1] + end[0] + end[1];
        System.out.printf(
                "given the area: %d go in or end after at most one question (go in without a question %d, with one %d,"
                        + " refused by their rule without a question %d, after one %d) of %d files%n",
                all, goIn[0], goIn[1], end[0], end[1], files.size());
        System.out.printf(
                "given the area and that the figures cover it: %d go in after at most one question%n", goInAsNational);
    }

    /** Returns whether a file lists persons, so that it is refused before a guess. */
    private boolean listsPersons(Path file) throws IOException {
        ValidationRequest request =
                ValidationRequest.anonymous(schemas, schemas.dataflow("VICTIMS").orElseThrow(), 2026);
        ReceivedTable table = ReceivedTable.of(file, request.dataflow());
        return table.isTable() && new Validator().listsPersons(table, request);
    }

    private void run(Path file, boolean verbose) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.\\w+$", "");
        Path given = folder.resolve("answers").resolve(name + ".json");
        JsonNode all = Files.exists(given) ? JSON.readTree(given.toFile()) : JSON.createObjectNode();
        Grid grid = GridReader.read(file);
        String area = all.path("area").asText(name.substring(0, 3).toUpperCase(java.util.Locale.ROOT));
        Guess first = guess(grid, area, Answers.NONE);
        Guess few = guess(grid, area, Answers.of(few(all.path("answers")), all.path("params")));
        Guess full = guess(grid, area, Answers.of(all.path("answers"), all.path("params")));
        Map<String, String> expected =
                TableFigures.golden(folder.resolve("golden").resolve(name + ".csv"));
        int hits = TableFigures.hits(full, expected);
        int fewHits = TableFigures.hits(few, expected);
        boolean known = Files.exists(folder.resolve("golden").resolve(name + ".csv"))
                || Files.exists(folder.resolve("golden").resolve(name + ".why.txt"));
        int extra = !known
                ? 0
                : TableFigures.extra(first, expected)
                        + TableFigures.extra(few, expected)
                        + TableFigures.extra(full, expected);
        golden += expected.size();
        exact += hits;
        withFew += fewHits;
        wrong += extra;
        questions.add(first.questions().size());
        Set<String> asked = asked(grid, area, all);
        count(asked, full);
        String verdict =
                full.refusals().stream().map(Guess.Refusal::rule).distinct().collect(Collectors.joining(" "));
        Answers given2 = Answers.of(all.path("answers"), all.path("params"));
        Mapping mapping = MappingMaker.of(grid, area, given2, full);
        if (!mapping.dataflows().isEmpty()
                || !mapping.tables().stream().allMatch(t -> t.rows().isEmpty())) {
            MappingMessage form = new MappingMessage(schemas);
            Mapping read = form.read(form.write(mapping, "M", "1.0.0", name));
            if (!read.equals(mapping)) {
                System.out.println("  not the same when read back: " + read + "\n" + mapping);
            }
            mapping = read;
        }
        Map<String, String> each = new TreeMap<>();
        given2.value("period").ifPresent(year -> each.put("TIME_PERIOD", year));
        Map<String, String> words = new TreeMap<>();
        given2.values().forEach((id, value) -> {
            if (id.startsWith("word:TIME_PERIOD")) {
                words.put(id, value);
            }
        });
        MappingApplication again =
                MappingApplication.of(mapping, grid, schemas, new Answers(words, Map.of(), List.of(), each));
        boolean same = TableFigures.of(again.guess()).equals(TableFigures.of(full));
        reapplied += same && again.drifts().isEmpty() ? 1 : 0;
        if (!same || !again.drifts().isEmpty() || !again.guess().questions().isEmpty()) {
            System.out.println("  again: same " + same + " questions "
                    + again.guess().questions().stream().map(Decision::id).toList() + " drifts " + again.drifts());
        }
        System.out.printf(
                "%-26s %-28s %5d %5d %5d %5d | %4d/%4d %4d/%4d | %5d %5d %5d%n",
                name,
                verdict.isEmpty() ? "figures " + full.observations().size() : verdict,
                first.questions().size(),
                asked.size(),
                few.questions().size(),
                full.questions().size(),
                hits,
                expected.size(),
                fewHits,
                expected.size(),
                extra,
                full.ledger().leftOut().values().stream().mapToInt(List::size).sum(),
                full.ledger().notUnderstood().size());
        if (verbose) {
            describe(first, "first");
            describe(few, "few");
            describe(full, "full");
            compare(full, expected);
        }
    }

    private Guess guess(Grid grid, String area, Answers answers) {
        return Guesser.guess(
                grid, new GuessRequest(schemas, schemas.areas().find(area).orElse(null), null, answers, Map.of()));
    }

    /**
     * Returns the questions that a person answers, one round after the other, until none is left that the given answers
     * know. The questions that they do not know count, too.
     */
    private Set<String> asked(Grid grid, String area, JsonNode all) {
        var given = JSON.createObjectNode();
        Set<String> asked = new TreeSet<>();
        for (int before = -1; before < given.size(); ) {
            before = given.size();
            Guess guess = guess(grid, area, Answers.of(given, all.path("params")));
            asked.clear();
            for (Decision each : guess.questions()) {
                asked.add(each.id());
                if (all.path("answers").has(each.id())) {
                    given.set(each.id(), all.path("answers").get(each.id()));
                }
            }
            given.fieldNames().forEachRemaining(asked::add);
        }
        return asked;
    }

    /** Counts a file by the number of its questions, if it gives all its figures or its rule refuses it. */
    private void count(Set<String> asked, Guess full) {
        int questions = asked.size();
        boolean refused = !full.refusals().isEmpty();
        boolean whole =
                !refused && full.questions().isEmpty() && !full.observations().isEmpty();
        if (questions < goIn.length) {
            goIn[questions] += whole ? 1 : 0;
            end[questions] += refused ? 1 : 0;
        }
        goInAsNational += whole && questions - (asked.contains("coverage") ? 1 : 0) < goIn.length ? 1 : 0;
    }

    private static JsonNode few(JsonNode answers) {
        var kept = JSON.createObjectNode();
        answers.properties().stream()
                .filter(each -> ALWAYS_ASKED.contains(each.getKey()))
                .forEach(each -> kept.set(each.getKey(), each.getValue()));
        return kept;
    }

    private static void describe(Guess guess, String title) {
        System.out.println("-- " + title + " tables " + guess.tables());
        for (Decision each : guess.decisions()) {
            System.out.println((each.isOpen() ? "  ? " : "    ") + each.id() + " = " + each.value() + " " + each.level()
                    + " " + each.because() + " "
                    + each.cells().stream().limit(3).toList() + " "
                    + each.alternatives().stream().limit(4).toList());
        }
        guess.ledger()
                .leftOut()
                .forEach((reason, cells) -> System.out.println("    left out " + reason + " " + cells.size() + " "
                        + cells.stream().limit(4).toList()));
        System.out.println("    used " + guess.ledger().used() + " not understood "
                + guess.ledger().notUnderstood().stream().limit(8).toList() + " refusals " + guess.refusals());
    }

    private static void compare(Guess guess, Map<String, String> expected) {
        Map<String, String> found = TableFigures.of(guess);
        int shown = 0;
        for (String key : new TreeSet<>(expected.keySet())) {
            if (!expected.get(key).equals(found.get(key)) && shown++ < 15) {
                System.out.println("  expected " + key + " = " + expected.get(key) + " found " + found.get(key));
            }
        }
        shown = 0;
        for (String key : new TreeSet<>(found.keySet())) {
            if (!expected.containsKey(key) && shown++ < 15) {
                System.out.println("  extra " + key + " = " + found.get(key));
            }
        }
    }
}
