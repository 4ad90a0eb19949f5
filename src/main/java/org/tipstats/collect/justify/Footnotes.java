package org.tipstats.collect.justify;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.collect.justify.FootnoteRepository.Footnote;
import org.tipstats.collect.justify.JustificationDrafts.Draft;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.values.PublicComment;
import org.tipstats.collect.values.SubmittedValueRepository;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.validate.row.ValidatedRows.ValidatedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

/** Turns justifications into public comments. The submitter proposes a comment, and the reviewer agrees to it. */
@ApplicationScoped
public class Footnotes {

    private final JustificationRepository justifications;
    private final FootnoteRepository repository;
    private final SubmittedValueRepository values;

    Footnotes(JustificationRepository justifications, FootnoteRepository repository, SubmittedValueRepository values) {
        this.justifications = justifications;
        this.repository = repository;
        this.values = values;
    }

    /**
     * Checks the proposed public comments. If a comment is not possible, marks its draft as not proposed. Returns an
     * error for the comment only if the request itself proposed it, see {@link Draft#insists}.
     */
    List<InputError> propose(Submission submission, Dataflow dataflow, List<Draft> drafts) {
        List<Draft> proposed =
                drafts.stream().filter(draft -> draft.justification().footnote).toList();
        List<String> keys = proposed.stream()
                .filter(draft -> isAboutOneValue(draft.justification()))
                .map(draft -> draft.justification().subject)
                .toList();
        Map<String, ValidatedRow> rows = rows(submission, dataflow, keys);
        List<InputError> faults = new ArrayList<>();
        for (Draft draft : proposed) {
            Optional<InputError> fault = fault(draft, dataflow, rows);
            if (fault.isPresent() && draft.insists()) {
                faults.add(fault.get());
            }
            draft.justification().footnote = fault.isEmpty();
        }
        return faults;
    }

    private static boolean isAboutOneValue(Justification justification) {
        return justification.subject != null
                && KeyPattern.parse(justification.subject).isWhole();
    }

    private Map<String, ValidatedRow> rows(Submission submission, Dataflow dataflow, List<String> keys) {
        Map<String, ValidatedRow> rows = new HashMap<>();
        if (!keys.isEmpty()) {
            values.rows(submission.id, dataflow, keys).forEach(row -> rows.put(row.key(), row));
        }
        return rows;
    }

    private static Optional<InputError> fault(Draft draft, Dataflow dataflow, Map<String, ValidatedRow> rows) {
        Justification justification = draft.justification();
        String place = draft.pointer() + "/footnote";
        Optional<Attribute> comment = dataflow.structure().attribute(Role.COMMENT);
        if (comment.isEmpty()) {
            return Optional.of(InputError.pointer(place, null, "This dataflow has no public comments."));
        }
        if (!isAboutOneValue(justification)) {
            return Optional.of(
                    InputError.pointer(place, null, "A public comment belongs to one value: give its complete key."));
        }
        ValidatedRow row = rows.get(justification.subject);
        if (row == null || row.action() == Action.DELETE) {
            return Optional.of(InputError.pointer(place, null, "The file has no value with this key."));
        }
        return fits(own(row, comment.get()), List.of(justification.text), comment.get())
                ? Optional.empty()
                : Optional.of(InputError.pointer(draft.pointer() + "/text", null, tooLong(comment.get())));
    }

    private static String own(ValidatedRow row, Attribute comment) {
        return row == null ? null : row.attributes().get(comment.id());
    }

    private static boolean fits(String own, List<String> texts, Attribute comment) {
        return comment.maxLength() == 0 || PublicComment.join(own, texts).length() <= comment.maxLength();
    }

    private static String tooLong(Attribute comment) {
        return "Together with the comments on this value, the public comment would be longer than "
                + comment.maxLength() + " characters.";
    }

    /**
     * Adds public comments to the values of a submission that is being accepted: the comments that the reviewer agreed
     * to, and earlier comments on the same figures. An earlier comment is left out if the submission proposes another
     * comment for the same rule and value, or if the comments together would be too long.
     *
     * @param ids ids of the justifications that the reviewer agreed to publish
     * @throws ProblemException 400 if an id does not belong to a proposed justification, or if the agreed texts
     *     together are too long
     */
    public void attach(Submission submission, Dataflow dataflow, List<String> ids) {
        List<Footnote> earlier = repository.onUnchangedFigures(submission, dataflow);
        if (ids.isEmpty() && earlier.isEmpty()) {
            return;
        }
        List<Justification> proposed = justifications.of(submission.id).stream()
                .filter(justification -> justification.footnote)
                .toList();
        Map<String, List<Footnote>> agreed = agreed(proposed, ids);
        Map<String, List<Footnote>> kept = new TreeMap<>();
        earlier.stream()
                .filter(footnote -> proposed.stream().noneMatch(footnote::isAbout))
                .forEach(footnote -> add(kept, footnote));
        dataflow.structure().attribute(Role.COMMENT).ifPresent(comment -> {
            TreeSet<String> keys = new TreeSet<>(agreed.keySet());
            keys.addAll(kept.keySet());
            Map<String, ValidatedRow> rows = rows(submission, dataflow, List.copyOf(keys));
            for (String key : keys) {
                List<Footnote> now = agreed.getOrDefault(key, List.of());
                String own = own(rows.get(key), comment);
                if (!fits(own, texts(now), comment)) {
                    throw refused(ids, now.get(now.size() - 1), tooLong(comment));
                }
                fitting(kept.getOrDefault(key, List.of()), now, own, comment)
                        .forEach(footnote -> repository.add(submission.id, footnote));
            }
        });
    }

    /** Returns the new footnotes, and as many older footnotes as the maximum length of the comment permits. */
    private static List<Footnote> fitting(List<Footnote> older, List<Footnote> newer, String own, Attribute comment) {
        List<Footnote> all = new ArrayList<>(newer);
        for (Footnote footnote : older) {
            all.add(footnote);
            if (!fits(own, texts(all), comment)) {
                all.remove(footnote);
            }
        }
        return all;
    }

    private static ProblemException refused(List<String> ids, Footnote footnote, String message) {
        String id = Long.toString(footnote.justification());
        return ProblemException.body("/footnotes/" + ids.indexOf(id), id, message);
    }

    private static List<String> texts(List<Footnote> footnotes) {
        return footnotes.stream().map(Footnote::text).toList();
    }

    private static Map<String, List<Footnote>> agreed(List<Justification> proposed, List<String> ids) {
        Map<String, List<Footnote>> agreed = new TreeMap<>();
        List<InputError> faults = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            if (ids.indexOf(id) < i) {
                continue; // the request gives this id twice
            }
            Optional<Justification> found = proposed.stream()
                    .filter(justification -> justification.id.toString().equals(id))
                    .findFirst();
            if (found.isPresent()) {
                add(agreed, footnote(found.get()));
            } else {
                faults.add(InputError.pointer(
                        "/footnotes/" + i,
                        id,
                        "This submission has no justification with this id that is proposed as a public comment.",
                        proposed.stream()
                                .map(justification -> justification.id.toString())
                                .toList()));
            }
        }
        ProblemException.requireNone(faults);
        return agreed;
    }

    private static Footnote footnote(Justification justification) {
        return new Footnote(justification.subject, justification.id, justification.rule, justification.text);
    }

    private static void add(Map<String, List<Footnote>> byKey, Footnote footnote) {
        byKey.computeIfAbsent(footnote.key(), key -> new ArrayList<>()).add(footnote);
    }
}
