package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.collect.rounds.RoundReader;
import org.tipstats.collect.rounds.RoundReader.AskedPart;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.values.ReportedYears;
import org.tipstats.disseminate.comparison.QuestionService;
import org.tipstats.disseminate.comparison.QuestionService.MirrorQuestion;
import org.tipstats.disseminate.coverage.CoverageService;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Collects what open rounds ask of an area, the files that it sent, and its figures in the latest release. Ignores
 * reference data.
 */
@Singleton
record DueFiles(
        SchemaRegistry schemas,
        ReportedYears reported,
        CoverageService coverage,
        PublishedReleases published,
        QuestionService questions,
        RoundReader rounds) {

    private static final int MAX_YEARS = 6;
    private static final int MAX_QUESTIONS = 20;

    private static final Set<SubmissionStatus> UNUSED = Set.of(SubmissionStatus.INVALID, SubmissionStatus.RETURNED);

    record DatasetYear(String dataflow, String year) {}

    /**
     * What an area has submitted, and what the latest release shows for the area.
     *
     * @param area null for a person who reports for no area
     * @param asked what open rounds ask of the area; nothing else is due
     * @param files the latest file for each year of each dataset, without withdrawn files
     * @param released the years of datasets with figures in the latest release
     * @param years the newest years for which the area has files or released figures, the newest first
     * @param questions questions about figures that other areas publish about the same people, the newest year first
     * @param moreQuestions the number of questions left out
     */
    record AreaState(
            String area,
            List<AskedPart> asked,
            Map<DatasetYear, ReportedYears.Year> files,
            Set<DatasetYear> released,
            List<String> years,
            List<String> questions,
            int moreQuestions) {

        private static final AreaState NOTHING =
                new AreaState(null, List.of(), Map.of(), Set.of(), List.of(), List.of(), 0);

        /**
         * Returns the latest file for a year of a dataset; null if there is no file. The latest release may still show
         * figures of an earlier file.
         */
        public ReportedYears.Year file(String dataflow, String year) {
            return files.get(new DatasetYear(dataflow, year));
        }

        public boolean isReleased(String dataflow, String year) {
            return released.contains(new DatasetYear(dataflow, year));
        }

        /**
         * Returns the newest year with figures of the area in a dataflow: in the latest release, or in a file that has
         * no errors and was not returned. Null if there is no such year.
         */
        public String last(String dataflow) {
            Stream<DatasetYear> sent = files.entrySet().stream()
                    .filter(file -> !UNUSED.contains(file.getValue().status()))
                    .map(Map.Entry::getKey);
            return Stream.concat(sent, released.stream())
                    .filter(each -> each.dataflow().equals(dataflow))
                    .map(DatasetYear::year)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /**
     * Collects the state of an area.
     *
     * @param area null for a person who reports for no area
     * @throws ProblemException 404 if the area is unknown
     */
    AreaState of(String area, Actor who, String language) {
        if (area == null) {
            return AreaState.NOTHING;
        }
        Set<String> flows = schemas.reported().stream().map(Dataflow::id).collect(Collectors.toSet());
        Map<DatasetYear, ReportedYears.Year> files = new HashMap<>();
        reported.of(area, who).stream()
                .filter(file -> flows.contains(file.dataflow()))
                .forEach(file -> files.put(new DatasetYear(file.dataflow(), file.period()), file));
        Code code = schemas.areas().find(area).orElseThrow(() -> ProblemException.notFound("area"));
        Set<DatasetYear> released = released(code, who);
        List<String> years = Stream.concat(released.stream(), files.keySet().stream())
                .map(DatasetYear::year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(MAX_YEARS)
                .toList();
        List<MirrorQuestion> asked = questions(area, who);
        List<MirrorQuestion> shown = asked.stream().limit(MAX_QUESTIONS).toList();
        return new AreaState(
                area,
                rounds.open(area, who),
                files,
                released,
                years,
                questions.sentences(shown, language),
                asked.size() - shown.size());
    }

    /**
     * Returns the years of datasets in which the latest release has official figures of an area; empty for a person who
     * reports unofficial figures.
     */
    private Set<DatasetYear> released(Code area, Actor who) {
        return who.beside() != null
                ? Set.of()
                : published.latest().stream()
                        .flatMap(release -> coverage.areas(release, area).stream())
                        .filter(cell -> cell.status().isReporting())
                        .map(cell -> new DatasetYear(cell.dataflow(), cell.year()))
                        .collect(Collectors.toSet());
    }

    /**
     * Returns the questions about differences between the figures of an area and of other areas, the newest year first.
     * A person who reports unofficial figures gets no questions, because the comparison uses only official figures.
     */
    private List<MirrorQuestion> questions(String area, Actor who) {
        boolean compared = who.beside() == null
                && schemas.derivedBy(Derivation.Method.MIRROR_PAIRS).isPresent();
        return published
                .latest()
                .filter(release -> compared)
                .map(release -> questions.of(release, area, who).stream()
                        .sorted(Comparator.comparing(MirrorQuestion::year).reversed())
                        .toList())
                .orElse(List.of());
    }
}
