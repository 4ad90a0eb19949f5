package org.tipstats.collect.discussion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A comment on a submission.
 *
 * @param key the figure that it is about, codes in dimension order joined by dots; absent for the whole file
 * @param side says if a submitter or a reviewer wrote it
 * @param by the name of the account
 */
@Schema(name = "SubmissionComment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comment(String id, String key, String text, Side side, Instant at, String by) {

    /** The party that wrote a comment. */
    @Schema(name = "CommentSide")
    public enum Side {
        SENDER,
        REVIEWER
    }
}
