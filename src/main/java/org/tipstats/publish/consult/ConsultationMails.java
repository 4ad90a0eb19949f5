package org.tipstats.publish.consult;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.mail.Audience;
import org.tipstats.platform.mail.Audience.Recipient;
import org.tipstats.platform.mail.MailService;
import org.tipstats.platform.mail.MailText;
import org.tipstats.publish.consult.ConsultationView.AreaReply;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.names.Bundle;

/**
 * Asks the submitters of all areas with figures in a draft to confirm their figures before a deadline. Asks again if
 * the deadline changes.
 */
@Singleton
record ConsultationMails(MailService mail) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'");
    private static final String CONSULTED = "consulted/";

    /**
     * Queues the messages in the transaction that opens the draft to its areas or changes the deadline. A new draft
     * with the same id gets new messages.
     */
    void opened(ReleaseReference draft, ConsultationView opened) {
        List<String> areas = opened.answers().stream().map(AreaReply::area).toList();
        mail.queueEach(
                MessageKind.ASKED,
                CONSULTED + draft.id() + "/" + opened.openedAt() + "/" + opened.until(),
                Audience.submittersOfAny(areas),
                to -> text(draft, opened.until(), areas, to));
    }

    /** Deletes the messages about a draft that were not sent. */
    void cancel(String release) {
        mail.cancel(CONSULTED + release);
    }

    private static MailText text(ReleaseReference draft, Instant until, Collection<String> areas, Recipient to) {
        Bundle texts = Bundle.of(ConsultationMails.class, "mail", to.lang());
        Set<String> own = new TreeSet<>(to.areas());
        own.retainAll(areas);
        Map<String, String> values = Map.of(
                "title", draft.titles().inLanguage(to.lang()),
                "time", TIME.format(until.atOffset(ZoneOffset.UTC)));
        String page = "/desk/consultations"
                + (own.size() == 1 ? "/" + draft.id() + "/" + own.iterator().next() : "");
        return new MailText(
                texts.text("consulted.subject", values),
                List.of(texts.text("consulted", values), texts.text("consulted.next")),
                List.copyOf(own),
                page,
                until);
    }
}
