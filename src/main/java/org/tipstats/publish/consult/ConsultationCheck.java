package org.tipstats.publish.consult;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.publish.checks.ReleaseCheck;
import org.tipstats.publish.checks.ReleaseCheck.Outcome;
import org.tipstats.publish.consult.ConsultationRepository.Consultation;
import org.tipstats.publish.consult.ConsultationView.AnswerState;
import org.tipstats.publish.consult.ConsultationView.AreaReply;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/** Makes the check of a draft that reports the answers of its areas. */
@Singleton
public class ConsultationCheck {

    private final ConsultationRepository consultations;
    private final ConsultedFigures figures;
    private final ConsultationConfig config;
    private final Clock clock;

    ConsultationCheck(
            ConsultationRepository consultations, ConsultedFigures figures, ConsultationConfig config, Clock clock) {
        this.consultations = consultations;
        this.figures = figures;
        this.config = config;
        this.clock = clock;
    }

    /** Returns the check of a draft; empty if areas were not consulted about it. */
    public Optional<ReleaseCheck> of(ReleaseReference release) {
        return consultations.find(release.id()).map(consultation -> of(consultation, release));
    }

    private ReleaseCheck of(Consultation consultation, ReleaseReference release) {
        return check(
                AreaReply.all(figures.hashes(release), consultations.answers(release.id())),
                consultation.isOpen(clock.instant()),
                config.blocks());
    }

    /**
     * Makes the check. Its items are all areas that have not confirmed, not only the first ones.
     *
     * @param isOpen true if areas may still answer
     * @param blocks true if an objection, or an area that may still answer, blocks the publication
     */
    static ReleaseCheck check(List<AreaReply> answers, boolean isOpen, boolean blocks) {
        List<Map<String, Object>> others = answers.stream()
                .filter(answer -> answer.state() != AnswerState.CONFIRMED)
                .sorted(AreaReply.BY_STATE)
                .map(answer -> ReleaseCheck.item(
                        "area", answer.area(), "answer", answer.state().name()))
                .toList();
        boolean objected = answers.stream().anyMatch(answer -> answer.state() == AnswerState.OBJECTED);
        if (others.isEmpty()) {
            return ReleaseCheck.passed("consultation", "All countries and areas confirmed their figures.");
        }
        return new ReleaseCheck(
                "consultation",
                blocks && (objected || isOpen) ? Outcome.BLOCKING : Outcome.WARNING,
                answers.size() - others.size() + " of " + answers.size()
                        + " countries and areas confirmed their figures."
                        + " The others objected, did not answer, or answered about figures that have changed since.",
                others.size(),
                others);
    }

    /** Sets whether answers of areas can block a release. */
    @ConfigMapping(prefix = "tipstats.consultation")
    interface ConsultationConfig {

        /**
         * True if an objection, or an area that may still answer, blocks the publication. Default false: the checks of
         * the draft only warn.
         */
        @WithDefault("false")
        boolean blocks();
    }
}
