package org.tipstats.platform.mail;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tipstats.platform.mail.DailyMail.DailyContent;

/**
 * Queues the daily messages. Each message is queued only once, even if several instances run, and sent only until the
 * message of the next day is due.
 */
@ApplicationScoped
class DailyMails {

    private final List<DailyMail> mails;
    private final MailService service;
    private final LocalTime from;
    private final Clock clock;
    private LocalDate done = LocalDate.MIN;

    DailyMails(@All List<DailyMail> mails, MailService service, MailConfig config, Clock clock) {
        this.mails = mails;
        this.service = service;
        this.from = LocalTime.parse(config.dailyAt());
        this.clock = clock;
    }

    @Scheduled(
            every = "{tipstats.mail.daily-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void queue() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate today = now.toLocalDate();
        if (service.isOn() && today.isAfter(done) && !now.toLocalTime().isBefore(from)) {
            mails.forEach(mail -> queue(mail, today));
            done = today;
        }
    }

    private void queue(DailyMail mail, LocalDate today) {
        Instant end = today.plusDays(1).atTime(from).toInstant(ZoneOffset.UTC);
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<DailyContent> content = mail.content().get();
            content.ifPresent(said -> service.queue(
                    mail.kind(),
                    mail.kind().id() + "/" + today,
                    Audience.of(mail.role()),
                    lang -> said.in(lang).with(end)));
        });
    }
}
