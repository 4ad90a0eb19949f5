package org.tipstats.publish.consult;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.platform.problem.InputError;
import org.tipstats.publish.consult.ConsultationRepository.StoredAnswer;

/**
 * A consultation about a draft.
 *
 * @param until the time until which areas may answer
 * @param answers one answer for each area that has figures in the draft
 */
@Schema(name = "Consultation")
public record ConsultationView(
        String release, Instant openedAt, String openedBy, Instant until, List<AreaReply> answers) {

    /** The largest number of characters of an answer's text. */
    public static final int MAX_TEXT = 4_000;

    /**
     * The answer of an area.
     *
     * @param answer {@code confirm} or {@code object}
     * @param sha256 the hash of the figures that the submitter read
     * @param text required for an objection
     */
    @Schema(name = "ConsultationAnswer")
    public record AnswerRequest(String answer, String sha256, String text) {

        static final String OBJECT = "object";
        private static final List<String> ANSWERS = List.of("confirm", OBJECT);

        /** Returns the text without blanks around it; null if it is blank or missing. */
        String comment() {
            return text == null || text.isBlank() ? null : text.strip();
        }

        /** Returns the first error of the answer; empty if it is valid. */
        public List<InputError> faults() {
            if (!ANSWERS.contains(answer)) {
                return List.of(InputError.pointer("/answer", answer, "Answer confirm or object.", ANSWERS));
            }
            if (answer.equals(OBJECT) && comment() == null) {
                return List.of(InputError.pointer("/text", text, "Say what is wrong with the figures."));
            }
            return comment() != null && comment().length() > MAX_TEXT
                    ? List.of(InputError.pointer("/text", null, "The text is longer than " + MAX_TEXT + " characters."))
                    : List.of();
        }
    }

    /** The state of an area's answer. The most important states for a publisher come first. */
    @Schema(name = "ConsultationState")
    public enum AnswerState {
        OBJECTED,
        /** The figures have changed since the area answered. */
        CHANGED,
        NOT_ANSWERED,
        CONFIRMED
    }

    /**
     * The last answer of an area.
     *
     * @param text null if there is no answer, or no text; without an answer, {@code at} and {@code by} are null, too
     */
    @Schema(name = "AreaReply")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AreaReply(String area, AnswerState state, String text, Instant at, String by) {

        /** Orders answers by state, then by area. */
        public static final Comparator<AreaReply> BY_STATE =
                Comparator.comparing(AreaReply::state).thenComparing(AreaReply::area);

        static AreaReply of(String area, String sha256, StoredAnswer answer) {
            return answer == null
                    ? new AreaReply(area, AnswerState.NOT_ANSWERED, null, null, null)
                    : new AreaReply(area, stateOf(answer, sha256), answer.comment(), answer.at(), answer.by());
        }

        private static AnswerState stateOf(StoredAnswer answer, String sha256) {
            if (!answer.sha256().equals(sha256)) {
                return AnswerState.CHANGED;
            }
            return answer.objects() ? AnswerState.OBJECTED : AnswerState.CONFIRMED;
        }

        /** Returns the answers of the areas that have figures, by area. */
        static List<AreaReply> all(Map<String, String> hashes, Map<String, StoredAnswer> answers) {
            return hashes.entrySet().stream()
                    .map(area -> of(area.getKey(), area.getValue(), answers.get(area.getKey())))
                    .toList();
        }
    }

    /**
     * The consultation of one area.
     *
     * @param sha256 the hash of the area's figures in the draft
     */
    @Schema(name = "AreaConsultation")
    public record AreaConsultation(
            String release,
            String title,
            Map<String, String> titleIn,
            String area,
            Instant until,
            String sha256,
            AreaReply answer) {}

    /** A figure of an area as it would be published. */
    @Schema(name = "ConsultedFigure")
    public record ConsultedFigure(
            String dataflow,
            Map<String, String> key,
            @JsonProperty("OBS_VALUE") BigDecimal value,
            @JsonProperty("OBS_STATUS") String status,

            @JsonProperty("CONF_STATUS") @JsonInclude(JsonInclude.Include.NON_NULL)
            String confidentiality) {}
}
