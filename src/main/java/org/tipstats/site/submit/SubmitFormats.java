package org.tipstats.site.submit;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.collect.justify.JustificationReader.OfferedJustification;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.values.Impact;
import org.tipstats.platform.job.JobView;
import org.tipstats.publish.draft.AreaThresholdService.AreaThreshold;
import org.tipstats.publish.draft.WithheldReader.WithheldFigure;
import org.tipstats.publish.draft.WithheldReader.WithheldPreview;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Formats submissions. Templates call these methods on the values, see {@link Formats}. */
@TemplateExtension
final class SubmitFormats {

    private static final int MAX_ROWS = 500;

    private SubmitFormats() {}

    /** Returns the statuses that follow this status if all goes well, in order. */
    static List<SubmissionStatus> laterSteps(SubmissionStatus status) {
        return switch (status) {
            case NEEDS_JUSTIFICATION -> List.of(SubmissionStatus.SUBMITTED, SubmissionStatus.ACCEPTED);
            case SUBMITTED -> List.of(SubmissionStatus.ACCEPTED);
            default -> List.of();
        };
    }

    static String stepName(SubmissionStatus status, PageTexts t) {
        return t.say("upload.step." + word(status));
    }

    /** Returns a sentence that says what happens next and who must act. */
    static String outlook(SubmissionStatus status, PageTexts t) {
        return t.say("upload.next." + word(status));
    }

    private static String word(SubmissionStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static boolean isAccepted(SubmissionStatus status) {
        return status == SubmissionStatus.ACCEPTED;
    }

    static boolean isNamed(SubmissionStatus status, String name) {
        return status.name().equals(name);
    }

    /** Returns whether the submitter must explain warnings. */
    static boolean isUnexplained(SubmissionView file) {
        return file.status() == SubmissionStatus.NEEDS_JUSTIFICATION;
    }

    /** Returns whether the submitter must correct the file and submit it again. */
    static boolean isRefused(SubmissionView file) {
        return file.status() == SubmissionStatus.INVALID || file.status() == SubmissionStatus.RETURNED;
    }

    /** Returns the reviewer's decision with its comment; null if the last step is not a decision or has no comment. */
    static SubmissionView.Step decision(SubmissionView file) {
        SubmissionView.Step last = file.statusHistory().get(file.statusHistory().size() - 1);
        boolean decision = last.status() == SubmissionStatus.RETURNED || last.status() == SubmissionStatus.ACCEPTED;
        return decision && last.comment() != null ? last : null;
    }

    /**
     * A text that explains warnings of a rule.
     *
     * @param count the number of warnings that it explains; 0 if they were not counted
     */
    record GivenText(String rule, String text, String by, Instant at, long count) {

        private GivenText with(GivenText other) {
            return new GivenText(rule, text, by, at, count + other.count);
        }
    }

    /** Returns the explanations of a submission. The same text about several figures is listed once. */
    static Collection<GivenText> given(SubmissionView file) {
        Map<List<String>, GivenText> texts = new LinkedHashMap<>();
        file.justifications()
                .forEach(each -> texts.merge(
                        List.of(each.rule(), each.text(), each.by()),
                        new GivenText(
                                each.rule(),
                                each.text(),
                                each.by(),
                                each.at(),
                                each.covers() == null ? 0 : each.covers()),
                        GivenText::with));
        return texts.values();
    }

    /** Returns the URL of the submission's page. */
    static String path(SubmissionView file, PageTexts t) {
        return "/" + t.language() + Section.MY_FILES.path() + "/" + file.id();
    }

    /** Returns the hash of the file in groups of digits. */
    static String spacedHash(SubmissionView file) {
        return spaced(file.sha256());
    }

    /** Returns a hash in groups of digits, so that the hash can break into lines on a narrow screen. */
    static String spaced(String hash) {
        return hash.replaceAll("(.{8})(?!$)", "$1 ");
    }

    /** Returns the numbers of figures that would change, in words. */
    static List<String> counts(Impact impact, PageTexts t) {
        return List.of(
                t.say("upload.impact.added", "n", impact.added().size()),
                t.say("upload.impact.revised", "n", impact.changed().size()),
                t.say("upload.impact.removed", "n", impact.removed().size()),
                t.say("upload.impact.same", "n", impact.unchanged()));
    }

    /** Returns a sentence that says for which earlier years the submitter used a text. */
    static String about(OfferedJustification offer, PageTexts t) {
        return t.say(
                "upload.explain.offer",
                "periods",
                String.join(", ", offer.origin().periods()));
    }

    /** Returns a sentence that says what the check of a file is doing, or how it ended. */
    static String progress(JobView check, PageTexts t) {
        String key = switch (check.state()) {
            case "RUNNING" -> stage(check, t);
            case "CANCELLED" -> "cancelled";
            // The job ended without a URL: the file was refused. Submitting the same file again would not help.
            case "DONE" -> "refused";
            default -> "failed";
        };
        return t.say("upload.checking." + key, "percent", check.percent());
    }

    private static String stage(JobView check, PageTexts t) {
        String word = String.valueOf(check.stage()).toLowerCase(Locale.ROOT);
        return t.has("upload.checking." + word) ? word : "started";
    }

    /** Returns the number of withheld figures for each reason, in sentences. */
    static List<String> reasons(WithheldPreview preview, PageTexts t) {
        Map<String, Integer> counts = new TreeMap<>();
        preview.withheld().forEach(figure -> counts.merge(String.valueOf(figure.reason()), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> t.say("withheld.reason." + each.getKey())
                        + t.say("site.colon")
                        + t.numbers().whole(each.getValue()))
                .toList();
    }

    /** Returns the withheld figures that the page shows. */
    static List<WithheldFigure> shown(WithheldPreview preview) {
        return preview.withheld().stream().limit(MAX_ROWS).toList();
    }

    /** Returns the number of withheld figures that the page does not show. */
    static int more(WithheldPreview preview) {
        return Math.max(0, preview.withheld().size() - MAX_ROWS);
    }

    /** Describes a figure by the names of its codes. Leaves out totals and the frequency. */
    static String words(WithheldFigure figure, DataStructure structure, PageTexts t) {
        return keyWords(figure.key(), structure, t);
    }

    /** Describes a figure by the names of the codes in its key. Leaves out totals and the frequency. */
    static String keyWords(Map<String, String> key, DataStructure structure, PageTexts t) {
        List<String> parts = new ArrayList<>();
        for (Dimension dimension : structure.dimensions()) {
            String id = key.get(dimension.id());
            if (id == null || dimension.role() == Role.FREQUENCY) {
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

    static String number(WithheldFigure figure, PageTexts t) {
        return figure.value() == null ? "–" : t.numbers().exact(figure.value());
    }

    static String why(WithheldFigure figure, PageTexts t) {
        return t.say("withheld.reason." + figure.reason());
    }

    static String sentence(AreaThreshold stated, FileWords words, PageTexts t) {
        return t.say(
                "withheld.stated",
                Map.of(
                        "area", words.area(stated.area(), t),
                        "n", stated.threshold(),
                        "when", t.days().time(stated.statedAt())));
    }

    /**
     * Returns a sentence that says which figures an area wants to keep longest if figures must be withheld: the names
     * of dimensions, the most important first. For a dimension that the schema no longer has, shows its id.
     */
    static String orderSentence(AreaThreshold stated, DataStructure structure, FileWords words, PageTexts t) {
        String order = stated.keep().stream()
                .map(id -> structure.dimensions().stream()
                        .filter(dimension -> dimension.id().equals(id))
                        .map(dimension -> t.of(dimension.name()))
                        .findFirst()
                        .orElse(id))
                .collect(Collectors.joining(t.say("filereport.comma")));
        return t.say(
                "withheld.order.stated",
                Map.of(
                        "area", words.area(stated.area(), t),
                        "order", order,
                        "when", t.days().time(stated.keepStatedAt())));
    }
}
