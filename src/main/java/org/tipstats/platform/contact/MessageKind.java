package org.tipstats.platform.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of message to people. Each person chooses which kinds to get. */
@Schema(name = "MessageKind")
public enum MessageKind {
    /** The person is asked to send figures, or to confirm the figures in a draft. */
    ASKED,
    /** Figures that the service asked for have not arrived yet. */
    REMINDED,
    /** A file arrived. People get this only if they choose it, because the page of the file says the same. */
    RECEIVED,
    /** A file was returned. */
    RETURNED,
    /** A file was accepted. */
    ACCEPTED,
    /** A release became public, got an erratum or was withdrawn. */
    PUBLISHED,
    /** A daily list of what waits for review. */
    DIGEST,
    /** A daily list of what prevents the publication of a release. */
    BLOCKED;

    /** Returns the name that the API uses. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether people get messages of this kind if they choose no kinds. */
    public boolean isUsual() {
        return this != RECEIVED;
    }

    public static Optional<MessageKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** Returns the kinds with these ids. Leaves out ids that are not known. Returns null for null. */
    public static List<MessageKind> known(List<String> ids) {
        return ids == null ? null : ids.stream().flatMap(id -> of(id).stream()).toList();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(MessageKind::id).toList();
    }

    /** Returns the kinds that people get if they choose no kinds. */
    public static List<MessageKind> usual() {
        return Arrays.stream(values()).filter(MessageKind::isUsual).toList();
    }
}
