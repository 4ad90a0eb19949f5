package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.collect.values.ReportedYears;
import org.tipstats.disseminate.comparison.QuestionService;
import org.tipstats.disseminate.comparison.QuestionService.MirrorQuestion;
import org.tipstats.disseminate.coverage.CoverageService;
import org.tipstats.disseminate.coverage.CoverageService.AreaCoverage;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Compares the files that an area submitted with those that are due. */
@Singleton
final class DuePages {

    /**
     * The files that an area has submitted and those that are missing.
     *
     * @param areas the areas that the person reports for
     * @param newest a sentence with the newest year due and the number of missing files; null if no year is due
     * @param missing the datasets without a file for the newest year due
     * @param caption the caption of the table
     * @param asked questions to the area about figures that other areas publish
     */
    record DuePage(
            List<Choice> areas,
            String newest,
            List<Missing> missing,
            String caption,
            List<String> years,
            List<Row> rows,
            QuestionList asked) {}

    /**
     * A dataset without a file.
     *
     * @param upload the URL of the upload form
     * @param template the URL of the template
     */
    record Missing(String name, String upload, String template) {}

    /** The row of a dataset, with one cell for each year. */
    record Row(String name, List<Cell> cells) {}

    /**
     * A year of a dataset.
     *
     * @param address the URL of the file's page; null if there is no file
     */
    record Cell(String text, String tone, String address) {}

    /**
     * Questions about differences from figures of other areas about the same people. The newest year comes first.
     *
     * @param more the number of questions left out, in a sentence; null if the list is complete
     */
    record QuestionList(List<String> sentences, String more) {

        static final QuestionList NOTHING = new QuestionList(List.of(), null);
    }

    private static final int MAX_YEARS = 6;
    private static final int MAX_QUESTIONS = 20;

    /** A year of a dataset. */
    private record DatasetYear(String dataflow, String year) {}

    /** The state of an area: its latest file for each year of each dataset, and the figures in the latest release. */
    private record AreaState(
            Map<DatasetYear, ReportedYears.Year> files, Set<DatasetYear> released, List<String> years) {

        boolean has(DatasetYear place) {
            return files.containsKey(place) || released.contains(place);
        }
    }

    private final SchemaRegistry schemas;
    private final ReportedYears reported;
    private final CoverageService coverage;
    private final PublishedReleases published;
    private final FileWords words;
    private final QuestionService questions;

    DuePages(
            SchemaRegistry schemas,
            ReportedYears reported,
            CoverageService coverage,
            PublishedReleases published,
            FileWords words,
            QuestionService questions) {
        this.schemas = schemas;
        this.reported = reported;
        this.coverage = coverage;
        this.published = published;
        this.words = words;
        this.questions = questions;
    }

    /**
     * Makes the page.
     *
     * @param wanted the id of the requested area; null for the first
     */
    DuePage page(String wanted, Actor who, PageTexts t) {
        List<String> own = who.areasOf(who.source()).stream().sorted().toList();
        if (own.isEmpty()) {
            return new DuePage(List.of(), null, List.of(), null, List.of(), List.of(), QuestionList.NOTHING);
        }
        String area = wanted == null ? own.get(0) : wanted;
        AreaState known = known(area, who);
        List<Dataflow> flows = schemas.reported();
        List<Missing> missing = known.years().isEmpty() ? List.of() : missing(flows, known, t);
        return new DuePage(
                own.stream()
                        .map(id -> new Choice(id, words.area(id, t), id.equals(area)))
                        .toList(),
                known.years().isEmpty() ? null : newest(known.years().get(0), missing.size(), t),
                missing,
                t.say("due.caption", "area", words.area(area, t)),
                known.years(),
                flows.stream().map(flow -> row(flow, known, t)).toList(),
                questions(area, who, t));
    }

    private static String newest(String year, int missing, PageTexts t) {
        return t.say("due.newest", Map.of("year", year, "n", missing));
    }

    /** Collects the state of an area. The newest year comes first. */
    private AreaState known(String area, Actor who) {
        Map<DatasetYear, ReportedYears.Year> files = new HashMap<>();
        reported.of(area, who).forEach(file -> files.put(new DatasetYear(file.dataflow(), file.period()), file));
        Code code = schemas.areas().find(area).orElseThrow(() -> ProblemException.notFound("area"));
        List<AreaCoverage> board =
                published.latest().map(release -> coverage.areas(release, code)).orElse(List.of());
        TreeSet<String> years = new TreeSet<>();
        // The coverage counts official figures only. For a person of another source, only the coverage years matter.
        Set<DatasetYear> released = new HashSet<>();
        board.stream()
                .filter(cell -> who.beside() == null && cell.status().isReporting())
                .forEach(cell -> released.add(new DatasetYear(cell.dataflow(), cell.year())));
        board.forEach(cell -> years.add(cell.year()));
        files.keySet().forEach(place -> years.add(place.year()));
        return new AreaState(
                files, released, years.descendingSet().stream().limit(MAX_YEARS).toList());
    }

    private static List<Missing> missing(List<Dataflow> flows, AreaState known, PageTexts t) {
        String newest = known.years().get(0);
        return flows.stream()
                .filter(flow -> !known.has(new DatasetYear(flow.id(), newest)))
                .map(flow -> new Missing(
                        t.of(flow.name()),
                        "/" + t.language() + Section.UPLOAD.path() + "?dataflow=" + flow.id(),
                        "/api/v1/dataflows/" + flow.id() + "/template.xlsx"))
                .toList();
    }

    private static Row row(Dataflow flow, AreaState known, PageTexts t) {
        return new Row(
                t.of(flow.name()),
                known.years().stream()
                        .map(year -> cell(new DatasetYear(flow.id(), year), known, t))
                        .toList());
    }

    /** Returns the cell of a dataset and a year. Shows the latest file's status, even if an earlier file is public. */
    private static Cell cell(DatasetYear place, AreaState known, PageTexts t) {
        ReportedYears.Year file = known.files().get(place);
        if (file != null) {
            return new Cell(
                    FileWords.status(file.status(), t),
                    FileWords.tone(file.status()),
                    "/" + t.language() + Section.MY_FILES.path() + "/" + file.submission());
        }
        return known.released().contains(place)
                ? new Cell(t.say("due.released"), "good", null)
                : new Cell(t.say("due.nothing"), "quiet", null);
    }

    /**
     * Returns the questions to an area. Only official figures are compared, so that a source of unofficial figures gets
     * no questions.
     */
    private QuestionList questions(String area, Actor who, PageTexts t) {
        if (who.beside() != null
                || schemas.derivedBy(Derivation.Method.MIRROR_PAIRS).isEmpty()) {
            return QuestionList.NOTHING;
        }
        return published
                .latest()
                .map(release -> inWords(questions.of(release, area, who), t))
                .orElse(QuestionList.NOTHING);
    }

    private QuestionList inWords(List<MirrorQuestion> asked, PageTexts t) {
        List<MirrorQuestion> shown = asked.stream()
                .sorted((one, other) -> other.year().compareTo(one.year()))
                .limit(MAX_QUESTIONS)
                .toList();
        int more = asked.size() - shown.size();
        return new QuestionList(
                questions.sentences(shown, t.language()), more == 0 ? null : t.say("due.mirror.more", "n", more));
    }
}
