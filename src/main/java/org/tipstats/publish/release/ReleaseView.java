package org.tipstats.publish.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.publish.notice.NoticeRepository.Withdrawal;
import org.tipstats.publish.notice.ReleaseNotice;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * A release as the API shows it.
 *
 * @param title the title in English, or else in the first language that has it
 * @param titleIn the title by language
 * @param notes the notes in English, or else in the first language that has them
 * @param notesIn the notes by language; empty without notes
 * @param createdBy the name of the account that made the draft; only for signed-in staff
 * @param publishedBy the name of the account that published the release; only for signed-in staff
 * @param contentHash SHA-256 over the hashes of the release's datasets
 * @param errata the notices about errors in the release, oldest first
 * @param log the entry of the audit log that records that the release was published or scheduled; null for a draft
 * @param withdrawal null if nobody requested to withdraw the release; only staff see a request before it is confirmed
 */
public record ReleaseView(
        String id,
        String title,
        Map<String, String> titleIn,
        @JsonInclude(JsonInclude.Include.NON_NULL) String notes,
        Map<String, String> notesIn,
        ReleaseStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) String createdBy,
        Instant createdAt,
        Instant embargoUntil,
        Instant publishedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String publishedBy,
        String contentHash,
        @JsonInclude(JsonInclude.Include.NON_NULL) ChainHead log,
        List<ErratumView> errata,
        @JsonInclude(JsonInclude.Include.NON_NULL) WithdrawalView withdrawal) {

    private static final String ENGLISH = "en";

    public ReleaseView {
        errata = List.copyOf(errata);
    }

    public LocalText titles() {
        return new LocalText(titleIn);
    }

    /** Returns true if one publisher requested the withdrawal and another one must confirm it. */
    public boolean awaitsConfirmation() {
        return withdrawal != null && withdrawal.withdrawnAt() == null;
    }

    /** Makes the view of a new release for staff. A new release has no notices. */
    static ReleaseView fresh(Release release, Instant at, ChainHead log) {
        return from(release, at, true, log, List.of(), null);
    }

    /**
     * Makes the view of a release. The public view of a withdrawn release has no notes, because they may repeat what
     * must not be shown.
     */
    static ReleaseView from(
            Release release,
            Instant at,
            boolean forStaff,
            ChainHead log,
            List<ReleaseNotice> errata,
            Withdrawal withdrawal) {
        ReleaseStatus status = release.statusAt(at);
        LocalText titles = release.titles();
        LocalText notes = forStaff || status != ReleaseStatus.WITHDRAWN ? release.notesIn() : LocalText.EMPTY;
        return new ReleaseView(
                release.id,
                titles.inLanguage(ENGLISH),
                titles.texts(),
                notes.texts().isEmpty() ? null : notes.inLanguage(ENGLISH),
                notes.texts(),
                status,
                forStaff ? release.creatorName : null,
                release.createdAt,
                release.embargoUntil,
                release.publishedAt,
                forStaff ? release.publisherName : null,
                release.contentHash,
                status == ReleaseStatus.DRAFT ? null : log,
                errata.stream().map(ErratumView::from).toList(),
                withdrawal == null ? null : WithdrawalView.from(withdrawal, forStaff));
    }

    /**
     * An erratum as the API shows it.
     *
     * @param text the text by language
     */
    public record ErratumView(Map<String, String> text, Instant publishedAt) {

        static ErratumView from(ReleaseNotice notice) {
            return new ErratumView(notice.text().texts(), notice.publishedAt());
        }
    }

    /**
     * A withdrawal as the API shows it.
     *
     * @param withdrawnAt the time of the confirmation; null until another publisher confirms the withdrawal
     * @param requestedBy the name of the publisher who requested it; only for signed-in staff
     * @param requestedAt only for signed-in staff
     * @param confirmedBy the name of the publisher who confirmed it; only for signed-in staff
     */
    public record WithdrawalView(
            String reason,
            Instant withdrawnAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) String requestedBy,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant requestedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) String confirmedBy) {

        /** Returns the view of a withdrawal; null for the public if the withdrawal is not confirmed. */
        static WithdrawalView from(Withdrawal withdrawal, boolean forStaff) {
            if (!forStaff && withdrawal.confirmedAt() == null) {
                return null;
            }
            return new WithdrawalView(
                    withdrawal.reason(),
                    withdrawal.confirmedAt(),
                    forStaff ? withdrawal.requestedBy() : null,
                    forStaff ? withdrawal.requestedAt() : null,
                    forStaff ? withdrawal.confirmedBy() : null);
        }
    }

    public enum ReleaseStatus {
        /** The release is compiled. Only reviewers and publishers see it. */
        DRAFT,
        /** The release is approved. It becomes visible when its embargo ends. */
        SCHEDULED,
        /** The release is visible to everyone, and final. */
        PUBLISHED,
        /** The release was visible to everyone until two publishers withdrew it. */
        WITHDRAWN;

        /** Returns true if everyone can see the release, or could see it until it was withdrawn. */
        public boolean isFinal() {
            return this == PUBLISHED || this == WITHDRAWN;
        }
    }
}
