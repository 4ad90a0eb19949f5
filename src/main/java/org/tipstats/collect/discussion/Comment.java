package org.tipstats.collect.discussion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that was said about a submission.
 *
 * @param key of the figure that it is about, codes in dimension order joined by dots; absent for the whole file
 * @param side whether those who sent the file say so, or a reviewer
 * @param by the name of the account
 */
@Schema(name = "SubmissionComment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comment(String id, String key, String text, Side side, Instant at, String by) {

    /** Who speaks. */
    @Schema(name = "CommentSide")
    public enum Side {
        SENDER,
        REVIEWER
    }
}
