package org.tipstats.platform.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * A type of problem, stable for clients. The URL path {@code /problems/{slug}} leads to a page with the remedy.
 *
 * @param slug the last segment of the URL path; must not change once published
 * @param title describes the problem in the same words for every occurrence
 */
public record ProblemType(String slug, String title, int status, String remedy) {

    private static final List<ProblemType> DECLARED = new ArrayList<>();

    public static final ProblemType BAD_REQUEST =
            common("bad-request", "The request is not valid", 400, "Compare the request with the API description.");
    public static final ProblemType INVALID_PARAMETER = common(
            "invalid-parameter",
            "A parameter is not valid",
            400,
            "Correct the parameters listed in \"errors\". If it has suggestions, one of them is probably right.");
    public static final ProblemType INVALID_BODY = common(
            "invalid-body",
            "The body is not valid",
            400,
            "Correct the members listed in \"errors\", and leave out members that the API description does not have.");
    public static final ProblemType UNAUTHENTICATED = common(
            "unauthenticated",
            "A valid token is required",
            401,
            "Send the header \"Authorization: Bearer TOKEN\" with a valid token, which an"
                    + " administrator issues. For public operations, leave the header out.");
    public static final ProblemType FORBIDDEN = common(
            "forbidden",
            "The account has no permission for this",
            403,
            "Use an account with the role that the API description requires for this operation.");
    public static final ProblemType NOT_FOUND = common(
            "not-found",
            "Not found",
            404,
            "Check the address and its ids. Objects that the account may not see get the same answer.");
    public static final ProblemType METHOD_NOT_ALLOWED = common(
            "method-not-allowed",
            "The method is not allowed here",
            405,
            "Use one of the methods that the header \"Allow\" lists.");
    public static final ProblemType NOT_ACCEPTABLE = common(
            "not-acceptable",
            "None of the accepted formats is available",
            406,
            "Request a format from the API description in the header \"Accept\", or leave the header out.");
    public static final ProblemType REQUEST_TIMEOUT = common(
            "request-timeout",
            "The body did not arrive in time",
            408,
            "Send the request again on a faster connection, or send a smaller file. The limits are in /api/v1/limits.");
    public static final ProblemType CONFLICT = common(
            "conflict",
            "The current state does not allow this",
            409,
            "Read the object again: it may have changed, or the step may no longer be possible.");
    public static final ProblemType GONE = common(
            "gone",
            "No longer available",
            410,
            "The release was withdrawn; \"reason\" says why. Delete copies of its figures, and use the latest release.");
    public static final ProblemType PRECONDITION_FAILED = common(
            "precondition-failed",
            "The object has changed",
            412,
            "Read the object again, review the changes, and repeat the request with its current hash or tag.");
    public static final ProblemType TOO_LARGE = common(
            "too-large",
            "The request is too large",
            413,
            "See the limits in /api/v1/limits. Split the file, or leave out parts that you do not need.");
    public static final ProblemType URI_TOO_LONG =
            common("uri-too-long", "The address is too long", 414, "Request less at once, for example fewer codes.");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = common(
            "unsupported-media-type",
            "The body's media type or encoding is not supported",
            415,
            "Send one of the media types of the API description, uncompressed, and name it in \"Content-Type\".");
    public static final ProblemType CONTENT_INVALID = common(
            "content-invalid",
            "The content is not valid",
            422,
            "Fix the errors listed in the report, and send the content again.");
    public static final ProblemType TOO_MANY_REQUESTS = common(
            "too-many-requests",
            "Too many requests",
            429,
            "Wait for the number of seconds in the header \"Retry-After\", then send requests more slowly.");
    public static final ProblemType HEADERS_TOO_LARGE =
            common("headers-too-large", "The header fields are too large", 431, "Send fewer or shorter header fields.");
    public static final ProblemType INTERNAL_ERROR = common(
            "internal-error",
            "The service failed",
            500,
            "This is an error of the service. Try again; if it fails again, send the request id to the operator.");
    public static final ProblemType NOT_IMPLEMENTED =
            common("not-implemented", "The service does not do this", 501, "See the API description for what it does.");
    public static final ProblemType UNAVAILABLE = common(
            "unavailable",
            "The service is not available at the moment",
            503,
            "Repeat the request after the number of seconds in the header \"Retry-After\". Before you"
                    + " repeat a change, read the object to see if it was made, or send an Idempotency-Key if the"
                    + " operation accepts one.");
    public static final ProblemType INSUFFICIENT_STORAGE = common(
            "insufficient-storage",
            "The service has no room to store this",
            507,
            "The disk of the service is full. Nothing was changed, and what you sent is not at fault. Tell the operator,"
                    + " and repeat the request after the number of seconds in the header \"Retry-After\".");

    /** The problem types for the usual HTTP error statuses. All parts of the service use them. */
    static final List<ProblemType> COMMON = List.copyOf(DECLARED);

    public ProblemType {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a slug: " + slug);
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("not an error status: " + status);
        }
    }

    private static ProblemType common(String slug, String title, int status, String remedy) {
        ProblemType type = new ProblemType(slug, title, status, remedy);
        DECLARED.add(type);
        return type;
    }

    public String path() {
        return "/problems/" + slug;
    }

    /** Returns the common type of a status; the most general type if the status has no type of its own. */
    static ProblemType ofStatus(int status) {
        return COMMON.stream()
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL_ERROR : BAD_REQUEST);
    }

    /**
     * Problem types that a part of the service adds to the common types. Implementations must be beans, so that
     * {@link ProblemCatalogue} finds them and each type has a page.
     */
    public interface ProblemTypes {

        List<ProblemType> types();
    }
}
