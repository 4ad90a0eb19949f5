package org.tipstats.collect.justify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tipstats.collect.justify.JustificationReader.OfferedJustification;
import org.tipstats.collect.justify.Justifications.JustificationRequest;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/** Turns requests into justifications, and collects all errors in them. */
final class JustificationDrafts {

    private static final String ALL = "all";

    /**
     * A justification that is not stored yet.
     *
     * @param pointer JSON pointer to the request for the justification
     * @param insists true if the request itself proposes a public comment; false if it proposes none, or takes over the
     *     proposal with an earlier text
     */
    record Draft(String pointer, Justification justification, boolean insists, CoveredFindings covered) {}

    /**
     * The values that requests may use.
     *
     * @param reasons the codes of the permitted reasons
     */
    record Choices(List<String> rules, List<String> reasons, List<OfferedJustification> offers) {}

    private final UUID submission;
    private final DataStructure structure;
    private final Choices choices;
    private final Actor by;
    private final Instant at;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<InputError> faults = new ArrayList<>();

    JustificationDrafts(UUID submission, DataStructure structure, Choices choices, Actor by, Instant at) {
        this.submission = submission;
        this.structure = structure;
        this.choices = choices;
        this.by = by;
        this.at = at;
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<InputError> faults() {
        return faults;
    }

    void add(String pointer, JustificationRequest request) {
        if (request == null) {
            fault(pointer, null, "A justification must have the members \"rule\" and \"text\", or \"offer\".");
        } else if (request.offer() == null) {
            addOwn(pointer, request);
        } else {
            addOffered(pointer, request);
        }
    }

    private void addOwn(String pointer, JustificationRequest request) {
        if (request.rule() == null || !choices.rules().contains(request.rule())) {
            fault(pointer + "/rule", request.rule(), "The report has no warning of this rule.", choices.rules());
        }
        SubmissionTexts.faultOfRequired(
                        pointer + "/text", request.text(), "Explain in \"text\" why the figures are right.")
                .ifPresent(faults::add);
        checkReason(pointer, request.reason());
        KeyPattern key = request.key() == null ? null : key(pointer + "/key", request.key());
        Justification justification =
                new Justification(submission, request.rule(), request.line(), key, request.text(), by, at);
        justification.reason = request.reason();
        justification.footnote = Boolean.TRUE.equals(request.footnote());
        if (justification.footnote && request.line() == null && (key == null || !key.isWhole())) {
            fault(
                    pointer + "/footnote",
                    null,
                    "A public comment belongs to one value: give its line or its complete key.");
        }
        drafts.add(new Draft(pointer, justification, justification.footnote, new CoveredFindings()));
    }

    /** Returns the key pattern for codes by dimension id. Adds an error for each unknown dimension or code. */
    private KeyPattern key(String pointer, Map<String, String> codes) {
        if (codes.isEmpty()) {
            fault(
                    pointer,
                    null,
                    "A key must have at least one code. Leave it out to justify all findings of the rule.");
        }
        codes.forEach((id, code) -> {
            Dimension dimension = structure.dimension(id).orElse(null);
            if (dimension == null) {
                List<String> ids =
                        structure.dimensions().stream().map(Dimension::id).toList();
                fault(
                        pointer,
                        id,
                        "A key must have codes by dimension. Dimensions: " + ids + ".",
                        WordSuggestions.near(id, ids));
            } else if (code == null || dimension.positionOf(code) < 0) {
                fault(pointer, code, "This is not a code of " + id + ".");
            }
        });
        Map<String, String> given = new HashMap<>(codes);
        given.values().removeIf(Objects::isNull);
        return KeyPattern.of(structure, given);
    }

    private void checkReason(String pointer, String reason) {
        if (reason != null && !choices.reasons().contains(reason)) {
            fault(
                    pointer + "/reason",
                    reason,
                    "This reason is not known. Reasons: " + choices.reasons() + ".",
                    WordSuggestions.near(reason, choices.reasons()));
        }
    }

    private void addOffered(String pointer, JustificationRequest request) {
        String where = "An offer already has its rule and its place; leave this out.";
        refuse(pointer + "/rule", request.rule(), where);
        refuse(pointer + "/line", request.line(), where);
        refuse(pointer + "/key", request.key(), where);
        if (request.offer().equals(ALL)) {
            addAll(pointer, request);
            return;
        }
        if (request.text() != null) {
            SubmissionTexts.faultOfRequired(pointer + "/text", request.text(), "The text is empty.")
                    .ifPresent(faults::add);
        }
        checkReason(pointer, request.reason());
        choices.offers().stream()
                .filter(offer -> offer.id().equals(request.offer()))
                .findFirst()
                .ifPresentOrElse(
                        offer -> addOffer(pointer, offer, request),
                        () -> fault(pointer + "/offer", request.offer(), "This text is not offered."));
    }

    /** Takes over the newest offered text for each rule and key. */
    private void addAll(String pointer, JustificationRequest request) {
        String what = "\"" + ALL + "\" uses every text unchanged; leave this out.";
        refuse(pointer + "/text", request.text(), what);
        refuse(pointer + "/reason", request.reason(), what);
        refuse(pointer + "/footnote", request.footnote(), what);
        if (choices.offers().isEmpty()) {
            fault(pointer + "/offer", ALL, "No text is offered.");
        }
        Set<List<String>> places = new LinkedHashSet<>();
        for (OfferedJustification offer : choices.offers()) {
            if (places.add(List.of(offer.rule(), String.valueOf(offer.key())))) {
                addOffer(pointer, offer, request);
            }
        }
    }

    private void addOffer(String pointer, OfferedJustification offer, JustificationRequest request) {
        String text = request.text() == null ? offer.text() : request.text();
        Justification justification =
                new Justification(submission, offer.rule(), null, offer.keyPattern(), text, by, at);
        justification.reason = request.reason() == null ? offer.reason() : request.reason();
        justification.footnote = request.footnote() == null ? offer.footnote() != null : request.footnote();
        justification.offer = Long.valueOf(offer.id());
        drafts.add(new Draft(pointer, justification, Boolean.TRUE.equals(request.footnote()), new CoveredFindings()));
    }

    private void refuse(String pointer, Object value, String message) {
        if (value != null) {
            fault(pointer, value instanceof Map ? null : value, message);
        }
    }

    private void fault(String pointer, Object value, String message) {
        fault(pointer, value, message, List.of());
    }

    private void fault(String pointer, Object value, String message, List<String> suggestions) {
        faults.add(InputError.pointer(pointer, value, message, suggestions));
    }

    /** Counts the findings that a justification covers, and records the key that they share. */
    static final class CoveredFindings {

        private long count;
        private KeyPattern key;
        private boolean ofSeveralKeys;

        void add(KeyPattern ofFinding) {
            count++;
            ofSeveralKeys |= key != null && !key.equals(ofFinding);
            key = ofFinding;
        }

        /** Adds findings without reading their keys. {@link #key} is then empty, as for several keys. */
        void addAll(long findings) {
            count += findings;
            ofSeveralKeys = true;
        }

        long count() {
            return count;
        }

        /**
         * Returns the key that all findings share; empty if they have several keys, if their keys were not read, or if
         * there are no findings.
         */
        Optional<KeyPattern> key() {
            return ofSeveralKeys ? Optional.empty() : Optional.ofNullable(key);
        }
    }
}
