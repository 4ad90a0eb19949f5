package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobService;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobView;
import org.tipstats.publish.draft.AreaThresholdService;
import org.tipstats.publish.draft.AreaThresholdService.AreaThreshold;
import org.tipstats.publish.draft.Protection.ProtectionStages;
import org.tipstats.publish.draft.WithheldReader;
import org.tipstats.publish.draft.WithheldReader.WithheldFigure;
import org.tipstats.publish.draft.WithheldReader.WithheldPreview;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the page that shows submitters which of their figures would be withheld. */
@Singleton
final class WithheldPages {

    /**
     * The figures of a submission that would be withheld, and the stricter thresholds that its areas set.
     *
     * @param path the path of the submission's page, without the language
     * @param what the dataflow and the areas of the submission, in words
     * @param result the withheld figures; null if they are not computed yet
     * @param failed a sentence that says that the computation failed; null if it did not fail
     * @param running the progress in a sentence; null if no computation runs
     * @param percent the progress in percent
     * @param thresholds null if the person cannot set thresholds on this page
     */
    record WithheldPage(
            List<Fault> faults,
            String path,
            String fileName,
            String what,
            Result result,
            String failed,
            String running,
            int percent,
            Thresholds thresholds) {}

    /**
     * The result of the computation.
     *
     * @param reasons the number of figures for each reason, in sentences
     * @param more the number of figures not shown, in a sentence; null if all are shown
     */
    record Result(String sentence, List<String> reasons, List<Row> rows, String more) {}

    /** A figure. */
    record Row(String key, String value, String reason) {}

    /**
     * The thresholds in force and the form for a new one.
     *
     * @param least the smallest threshold allowed, which is the threshold of the dataflow
     * @param most the largest threshold allowed
     * @param typed the refused input; null if no input was refused
     * @param fault the fault of the input; null if the input has no fault
     */
    record Thresholds(
            String rule,
            int least,
            int most,
            String typed,
            String fault,
            List<Area> areas,
            List<StatedThreshold> stated) {}

    /** An area of the submission that the person reports for. */
    record Area(String id, String name) {}

    /** A threshold in force. */
    record StatedThreshold(String area, String text) {}

    private static final int MAX_ROWS = 500;
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);
    private static final String FIELD = "threshold";

    private final SubmissionReader submissions;
    private final WithheldReader withheld;
    private final AreaThresholdService thresholds;
    private final JobService jobs;
    private final SchemaRegistry schemas;
    private final FileWords words;

    WithheldPages(
            SubmissionReader submissions,
            WithheldReader withheld,
            AreaThresholdService thresholds,
            JobService jobs,
            SchemaRegistry schemas,
            FileWords words) {
        this.submissions = submissions;
        this.withheld = withheld;
        this.thresholds = thresholds;
        this.jobs = jobs;
        this.schemas = schemas;
        this.words = words;
    }

    /**
     * Starts the computation and waits briefly for it.
     *
     * @return the job; empty if the result is already known
     * @throws org.tipstats.platform.problem.ProblemException 404 if the person may not see the result
     */
    Optional<JobView> workOut(String id, Actor who) {
        if (withheld.cached(id, who).isPresent()) {
            return Optional.empty();
        }
        JobView job = jobs.start("withheld", Optional.of(who), MAX_WAIT, watch -> {
            withheld.of(id, who, new ProtectionStages(watch));
            return new JobAnswer(200, null, "text/plain", null, null, out -> {});
        });
        return Optional.of(job);
    }

    /**
     * Makes the page.
     *
     * @param job the id of the job that computes the result; null if no job runs
     * @param typed the refused threshold; null if no threshold was refused
     */
    WithheldPage page(String id, String job, String typed, Actor who, PageTexts t) {
        SubmissionView view = submissions.get(SubmissionIds.read(id), who);
        Dataflow dataflow = schemas.dataflow(view.dataflow()).orElseThrow();
        Optional<WithheldPreview> known = withheld.cached(id, who);
        Optional<JobView> work = known.isPresent() || job == null ? Optional.empty() : job(job, who);
        Optional<JobView> running = work.filter(found -> found.state().equals(FileIntake.RUNNING));
        List<Fault> faults = typed == null ? List.of() : List.of(new Fault(FIELD, thresholdFault(dataflow, t)));
        return new WithheldPage(
                faults,
                Section.MY_FILES.path() + "/" + view.id(),
                FileWords.fileName(view.fileName(), t),
                words.dataflow(view.dataflow(), t) + " · " + words.areas(view, t),
                known.map(preview -> result(preview, dataflow, t)).orElse(null),
                work.isPresent() && running.isEmpty() ? t.say("withheld.failed") : null,
                running.map(found -> t.say("withheld.running", "percent", found.percent()))
                        .orElse(null),
                running.map(JobView::percent).orElse(0),
                who.may(AccountRole.SUBMITTER) && submissions.isOwn(view.id(), who) && dataflow.threshold() > 0
                        ? thresholds(view, dataflow, typed, faults, who, t)
                        : null);
    }

    private Optional<JobView> job(String job, Actor who) {
        try {
            return Optional.of(jobs.get(UUID.fromString(job), Optional.of(who)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Result result(WithheldPreview preview, Dataflow dataflow, PageTexts t) {
        NumberTexts numbers = new NumberTexts(t);
        Map<String, Integer> counts = new TreeMap<>();
        preview.withheld().forEach(figure -> counts.merge(String.valueOf(figure.reason()), 1, Integer::sum));
        int more = preview.withheld().size() - MAX_ROWS;
        return new Result(
                t.say("withheld.result", "n", preview.withheld().size(), "all", preview.figures()),
                counts.entrySet().stream()
                        .map(each -> t.say("withheld.reason." + each.getKey()) + ": " + numbers.whole(each.getValue()))
                        .toList(),
                preview.withheld().stream()
                        .limit(MAX_ROWS)
                        .map(figure -> new Row(
                                key(figure, dataflow, t),
                                figure.value() == null ? "–" : numbers.exact(figure.value()),
                                t.say("withheld.reason." + figure.reason())))
                        .toList(),
                more > 0 ? t.say("withheld.more", "n", more) : null);
    }

    /** Describes a figure by the names of its codes. Leaves out totals. */
    private static String key(WithheldFigure figure, Dataflow dataflow, PageTexts t) {
        List<String> parts = new ArrayList<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            String id = figure.key().get(dimension.id());
            if (id == null || dimension.role() == org.tipstats.vocabulary.schema.Role.FREQUENCY) {
                continue;
            }
            if (dimension.isTime()) {
                parts.add(id);
            } else {
                Optional<Code> code = dimension.codes().find(id);
                code.filter(found -> !found.isTotal())
                        .map(found -> t.of(found.name()))
                        .ifPresent(parts::add);
            }
        }
        return String.join(" · ", parts);
    }

    private Thresholds thresholds(
            SubmissionView view, Dataflow dataflow, String typed, List<Fault> faults, Actor who, PageTexts t) {
        List<String> own = view.areas().stream().filter(who::reports).sorted().toList();
        List<StatedThreshold> stated = new ArrayList<>();
        for (String area : own) {
            for (AreaThreshold each : thresholds.list(area, who)) {
                if (each.dataflow().equals(dataflow.id())) {
                    stated.add(new StatedThreshold(
                            area,
                            t.say(
                                    "withheld.stated",
                                    Map.of(
                                            "area", words.area(area, t),
                                            "n", each.threshold(),
                                            "when", new DayTexts(t).time(each.statedAt())))));
                }
            }
        }
        return new Thresholds(
                t.say("withheld.rule", "n", dataflow.threshold()),
                dataflow.threshold(),
                AreaThresholdService.MAX_THRESHOLD,
                typed,
                Fault.of(FIELD, faults),
                own.stream().map(area -> new Area(area, words.area(area, t))).toList(),
                stated);
    }

    private static String thresholdFault(Dataflow dataflow, PageTexts t) {
        return t.say("withheld.wrong", "least", dataflow.threshold(), "most", AreaThresholdService.MAX_THRESHOLD);
    }
}
