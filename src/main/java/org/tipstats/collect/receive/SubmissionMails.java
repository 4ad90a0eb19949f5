package org.tipstats.collect.receive;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tipstats.collect.submission.Submission;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.mail.Audience;
import org.tipstats.platform.mail.Audience.Recipient;
import org.tipstats.platform.mail.MailService;
import org.tipstats.platform.mail.MailText;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Queues messages about files to the submitters of all their countries or areas, and to the sender. Messages leave out
 * the numbers of a reviewer's reason that may be figures of a file.
 */
@Singleton
public class SubmissionMails {

    private static final String PAGE = "/desk/submissions/";
    private static final int MAX_AREAS = 3;

    /** A number in any script. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}[\\p{Nd}.,\\u066b\\u066c]*(?<=\\p{Nd})");

    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
    private static final String LEFT_OUT = "#";

    private final MailService mail;
    private final SchemaRegistry schemas;

    SubmissionMails(MailService mail, SchemaRegistry schemas) {
        this.mail = mail;
        this.schemas = schemas;
    }

    void received(Submission file) {
        String status = "received." + file.status.name().toLowerCase(Locale.ROOT);
        queue(MessageKind.RECEIVED, file, texts -> List.of(texts.text(status)));
    }

    /**
     * Queues a message with the reason for the return. Leaves out the numbers in the reason except years from 2000 to
     * 2099, because they may be figures.
     */
    public void returned(Submission file, String reason) {
        String shown = withoutFigures(reason);
        queue(MessageKind.RETURNED, file, texts -> {
            List<String> more = new ArrayList<>(List.of(texts.text("returned.reason", Map.of("reason", shown))));
            if (!shown.equals(reason)) {
                more.add(texts.text("returned.numbers"));
            }
            return more;
        });
    }

    public void accepted(Submission file) {
        queue(MessageKind.ACCEPTED, file, texts -> List.of(texts.text("accepted.next")));
    }

    static String withoutFigures(String text) {
        return NUMBER.matcher(text)
                .replaceAll(found -> YEAR.matcher(found.group()).matches() ? "$0" : LEFT_OUT);
    }

    /** Returns all paragraphs of a message except the first. */
    @FunctionalInterface
    private interface Rest {
        List<String> in(Bundle texts);
    }

    private void queue(MessageKind kind, Submission file, Rest rest) {
        mail.queueEach(
                kind,
                kind.id() + "/" + file.id,
                Audience.submittersOfAll(file.source, file.areaList(), file.submittedBy),
                to -> text(kind, file, to, rest));
    }

    private MailText text(MessageKind kind, Submission file, Recipient to, Rest rest) {
        Bundle texts = Bundle.of(SubmissionMails.class, "mail", to.lang());
        Map<String, Object> values = new HashMap<>();
        values.put(
                "dataflow", schemas.dataflow(file.dataflow).orElseThrow().name().inLanguage(texts.language()));
        values.put("areas", areas(file.areaList(), texts));
        values.put("day", file.receivedAt.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(texts.text(kind.id(), values));
        paragraphs.addAll(rest.in(texts));
        // The sender of a file may see its page, even without a right to the areas of the file.
        List<String> needed = to.account().equals(file.submittedBy) ? List.of() : file.areaList();
        return new MailText(texts.text(kind.id() + ".subject", values), paragraphs, needed, PAGE + file.id);
    }

    /** Returns the names of one to three areas; for more areas or none, returns only how many there are. */
    private String areas(List<String> codes, Bundle texts) {
        if (codes.isEmpty() || codes.size() > MAX_AREAS) {
            return texts.text("areas", Map.of("n", codes.size()));
        }
        return String.join(
                texts.text("comma"),
                codes.stream()
                        .map(code -> schemas.areas()
                                .find(code)
                                .map(area -> area.name().inLanguage(texts.language()))
                                .orElse(code))
                        .toList());
    }
}
