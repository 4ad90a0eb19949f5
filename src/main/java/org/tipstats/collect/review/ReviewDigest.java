package org.tipstats.collect.review;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.mail.DailyMail;
import org.tipstats.platform.mail.MailText;
import org.tipstats.vocabulary.names.Bundle;

/** Sends reviewers a message with the number of files that wait for them, once a day if there are any. */
class ReviewDigest {

    private static final String PAGE = "/desk/review";

    @Produces
    @Singleton
    static DailyMail digest(AcceptedObservations accepted) {
        return new DailyMail(MessageKind.DIGEST, AccountRole.REVIEWER, () -> {
            long waiting = accepted.pendingByStatus().getOrDefault(SubmissionStatus.SUBMITTED.name(), 0L);
            return waiting == 0 ? Optional.empty() : Optional.of(lang -> text(waiting, lang));
        });
    }

    private static MailText text(long waiting, String lang) {
        Bundle texts = Bundle.of(ReviewDigest.class, "digest", lang);
        return new MailText(
                texts.text("subject", Map.of("n", waiting)), List.of(texts.text("text", Map.of("n", waiting))), PAGE);
    }
}
