package org.tipstats.disseminate.notify;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.mail.Audience;
import org.tipstats.platform.mail.DailyMail;
import org.tipstats.platform.mail.MailService;
import org.tipstats.platform.mail.MailText;
import org.tipstats.publish.notice.ReleaseNotice;
import org.tipstats.publish.release.PublicationAnnouncer.ReleasePublished;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseReader.ReleaseChecks;
import org.tipstats.vocabulary.names.Bundle;

/**
 * Queues messages about releases. Everyone with an account gets a message when a release is published, corrected by an
 * erratum or withdrawn. Publishers get a daily message while checks block a draft.
 */
@Singleton
record ReleaseMails(MailService mail) {

    private static final String PUBLISHED = "published/";
    private static final String DRAFTS = "/desk/releases";

    private static Bundle texts(String lang) {
        return Bundle.of(ReleaseMails.class, "mail", lang);
    }

    /** Queues the messages in the transaction that makes the release public. */
    void published(@Observes ReleasePublished release) {
        mail.queue(MessageKind.PUBLISHED, PUBLISHED + release.id(), Audience.everyone(), lang -> {
            Map<String, String> title = Map.of("title", release.titles().inLanguage(lang));
            return new MailText(
                    texts(lang).text("published.subject", title),
                    List.of(texts(lang).text("published", title)),
                    "/releases/" + release.id());
        });
    }

    /**
     * Queues the messages about an erratum or a withdrawal in the transaction that makes it public. Leaves out the text
     * of the notice, because it may contain figures. A withdrawal cancels the messages about the publication of the
     * release that are not sent yet.
     */
    void noticed(@Observes ReleaseNotice notice) {
        String kind = notice.kind().name().toLowerCase(Locale.ROOT);
        if (notice.kind() == ReleaseNotice.Kind.WITHDRAWAL) {
            mail.cancel(PUBLISHED + notice.release());
        }
        mail.queue(MessageKind.PUBLISHED, kind + "/" + notice.id(), Audience.everyone(), lang -> {
            Map<String, String> title = Map.of("title", notice.titles().inLanguage(lang));
            return new MailText(
                    texts(lang).text(kind + ".subject", title),
                    List.of(texts(lang).text(kind, title)),
                    "/releases/" + notice.release());
        });
    }

    @Produces
    @Singleton
    static DailyMail blocked(ReleaseReader releases) {
        return new DailyMail(MessageKind.BLOCKED, AccountRole.PUBLISHER, () -> {
            List<ReleaseChecks> blocked = releases.blockedDrafts();
            return blocked.isEmpty() ? Optional.empty() : Optional.of(lang -> blocked(blocked, texts(lang)));
        });
    }

    private static MailText blocked(List<ReleaseChecks> drafts, Bundle texts) {
        Stream<String> each = drafts.stream()
                .map(draft -> texts.text(
                        "blocked.draft",
                        Map.of("id", draft.release(), "n", draft.blocking().size())));
        String path = drafts.size() == 1 ? DRAFTS + "/" + drafts.get(0).release() + "/checks" : DRAFTS;
        return new MailText(
                texts.text("blocked.subject", Map.of("n", drafts.size())),
                Stream.concat(Stream.of(texts.text("blocked")), each).toList(),
                path);
    }
}
