package org.tipstats.site.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tipstats.site.frame.Frames;

/**
 * Reads and writes the cookies for signing in: one with a session's secret, one that makes public pages link to the
 * desk, and one with the secret of an invitation.
 */
final class SessionCookie {

    private static final String NAME = "tipstats";
    private static final String INVITATION = "tipstats-invitation";
    private static final String SECURE = "__Host-";
    private static final Pattern LOOPBACK = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d+)?");

    private SessionCookie() {}

    static Optional<SessionSecret> read(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name(NAME, request)))
                .map(Cookie::getValue)
                .flatMap(SessionSecret::of);
    }

    /** Returns the header value that stores the secret in the browser until the browser is closed. */
    static String keep(SessionSecret secret, HttpServerRequest request) {
        return cookie(name(NAME, request), secret.text(), request).encode();
    }

    /** Returns the header value that deletes the secret from the browser. */
    static String drop(HttpServerRequest request) {
        return cookie(name(NAME, request), "", request).setMaxAge(0).encode();
    }

    /** Returns the header value that makes public pages link to the desk, see {@link Frames#SIGNED_IN}. */
    static String keepWay(HttpServerRequest request) {
        return cookie(Frames.SIGNED_IN, "yes", request).encode();
    }

    /** Returns the header value that removes the link to the desk from public pages. */
    static String dropWay(HttpServerRequest request) {
        return cookie(Frames.SIGNED_IN, "", request).setMaxAge(0).encode();
    }

    /** Returns the secret of the invitation that the person accepts by signing in with the provider. */
    static Optional<String> readInvitation(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name(INVITATION, request))).map(Cookie::getValue);
    }

    /**
     * Returns the header value that stores the secret of an invitation. For an empty secret, the header value deletes
     * the stored secret. The browser sends this cookie also when the provider redirects back.
     */
    static String keepInvitation(String secret, Duration time, HttpServerRequest request) {
        return cookie(name(INVITATION, request), secret, request)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(secret.isEmpty() ? 0 : time.toSeconds())
                .encode();
    }

    private static Cookie cookie(String name, String value, HttpServerRequest request) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(isSecure(request));
    }

    private static String name(String plain, HttpServerRequest request) {
        return isSecure(request) ? SECURE + plain : plain;
    }

    /**
     * Returns whether browsers may send the cookie only over HTTPS. Plain HTTP is allowed only on the same machine, for
     * developers. The method treats any other unencrypted request as coming from a proxy that the browser calls over
     * HTTPS.
     */
    private static boolean isSecure(HttpServerRequest request) {
        String host = request.getHeader("Host");
        return request.isSSL() || host == null || !LOOPBACK.matcher(host).matches();
    }
}
