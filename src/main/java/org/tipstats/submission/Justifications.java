package org.tipstats.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tipstats.access.Actor;
import org.tipstats.problem.InputError;
import org.tipstats.problem.ProblemException;
import org.tipstats.report.Finding;
import org.tipstats.report.ReportJson;
import org.tipstats.report.Severity;
import org.tipstats.report.SummaryGroup;
import org.tipstats.report.ValidationReport;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.Dimension;
import org.tipstats.schema.SchemaRegistry;

/** Justifications of warnings, and whether every warning has one. */
@ApplicationScoped
class Justifications {

    /** The key of no finding. */
    private static final String NOWHERE = "?";

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
            if (request != null) {
                added.add(justification(submission, request, by, at));
            }
        }
        if (requests.isEmpty()) {
            faults.add(InputError.pointer("", null, "At least one justification is needed."));
        }
        refuse(faults);
        refuse(misplaced(submission, added));
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

    private static void refuse(List<InputError> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.body(faults);
        }
    }

    private Justification justification(Submission submission, JustificationRequest request, Actor by, Instant at) {
        return new Justification(
                submission.id,
                request.rule(),
                request.line(),
                request.key() == null ? null : key(submission, request.key()),
                request.text(),
                by,
                at);
    }

    private static List<InputError> faults(JustificationRequest request, String place, ValidationReport report) {
        if (request == null) {
            return List.of(InputError.pointer(place, null, "A justification has the members \"rule\" and \"text\"."));
        }
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

    /** The places of justifications that no warning has. */
    private List<InputError> misplaced(Submission submission, List<Justification> added) {
        BitSet open = new BitSet();
        for (int i = 0; i < added.size(); i++) {
            open.set(i, added.get(i).line != null || added.get(i).key != null);
        }
        for (Iterator<Finding> each = findings.all(submission.id); !open.isEmpty() && each.hasNext(); ) {
            Finding finding = each.next();
            if (finding.severity() == Severity.WARNING) {
                for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
                    open.set(i, !added.get(i).covers(finding));
                }
            }
        }
        return open.stream()
                .mapToObj(i -> InputError.pointer(
                        "/" + i + (added.get(i).key == null ? "/line" : "/key"),
                        added.get(i).key == null ? added.get(i).line : null,
                        "The report has no warning of this rule there."))
                .toList();
    }

    /** The codes in dimension order, as findings give them; codes of what is no dimension fit nowhere. */
    private String key(Submission submission, Map<String, String> codes) {
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        List<String> ordered = new ArrayList<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            if (codes.containsKey(dimension.id())) {
                ordered.add(codes.get(dimension.id()));
            }
        }
        return ordered.size() == codes.size() ? String.join(".", ordered) : NOWHERE;
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
