package org.tipstats.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tipstats.access.Actor;
import org.tipstats.problem.InputError;
import org.tipstats.problem.ProblemException;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.Dimension;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.validation.Finding;
import org.tipstats.validation.ReportJson;
import org.tipstats.validation.Severity;
import org.tipstats.validation.SummaryGroup;
import org.tipstats.validation.ValidationReport;

/** Justifications of warnings, and whether every warning has one. */
@ApplicationScoped
class Justifications {

    private final JustificationRepository repository;
    private final FindingRepository findings;
    private final SchemaRegistry schemas;

    Justifications(JustificationRepository repository, FindingRepository findings, SchemaRegistry schemas) {
        this.repository = repository;
        this.findings = findings;
        this.schemas = schemas;
    }

    /** Adds justifications, all or none; tells whether every warning of the submission now has one. */
    boolean add(Submission submission, List<JustificationRequest> requests, Actor by, Instant at) {
        ValidationReport report = ReportJson.readHead(submission.reportHead);
        List<InputError> faults = new ArrayList<>();
        List<Justification> added = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            JustificationRequest request = requests.get(i);
            faults.addAll(faults(request, "/" + i, report));
            added.add(new Justification(
                    submission.id,
                    request.rule(),
                    request.line(),
                    request.key() == null ? null : key(submission, request.key()),
                    request.text(),
                    by,
                    at));
        }
        if (requests.isEmpty()) {
            faults.add(InputError.pointer("", null, "At least one justification is needed."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.body(faults);
        }
        repository.persist(added);
        return isComplete(submission, report);
    }

    /** The rules whose warnings the report has. */
    List<String> openRules(Submission submission) {
        return warnings(ReportJson.readHead(submission.reportHead));
    }

    private static List<String> warnings(ValidationReport report) {
        return report.summary().stream()
                .filter(group -> group.severity() == Severity.WARNING)
                .map(SummaryGroup::rule)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<InputError> faults(JustificationRequest request, String place, ValidationReport report) {
        List<InputError> faults = new ArrayList<>();
        List<String> warnings = warnings(report);
        if (request.rule() == null || !warnings.contains(request.rule())) {
            faults.add(InputError.pointer(
                    place + "/rule", request.rule(), "The report has no warning of this rule.", warnings));
        }
        Remark.faultOfRequired(place + "/text", request.text(), "A text is needed that says why the figures are right.")
                .ifPresent(faults::add);
        return faults;
    }

    /** The codes in dimension order, as findings give them. */
    private String key(Submission submission, Map<String, String> codes) {
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        List<String> ordered = new ArrayList<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            String code = codes.get(dimension.id());
            if (code != null) {
                ordered.add(code);
            }
        }
        return String.join(".", ordered);
    }

    private boolean isComplete(Submission submission, ValidationReport report) {
        List<Justification> all = repository.of(submission.id);
        List<String> whole = all.stream()
                .filter(j -> j.line == null && j.key == null)
                .map(j -> j.rule)
                .toList();
        boolean byRule = report.summary().stream()
                .filter(group -> group.severity() == Severity.WARNING)
                .allMatch(group -> whole.contains(group.rule()));
        return byRule || everyWarningCovered(submission, all);
    }

    private boolean everyWarningCovered(Submission submission, List<Justification> all) {
        for (Iterator<Finding> each = findings.all(submission.id); each.hasNext(); ) {
            Finding finding = each.next();
            if (finding.severity() == Severity.WARNING && all.stream().noneMatch(j -> j.covers(finding))) {
                return false;
            }
        }
        return true;
    }
}
