package org.tipstats.site.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tipstats.site.frame.Frames;

/** The cookie that holds a session's secret. */
final class SessionCookie {

    private static final String NAME = "tipstats";
    private static final String SECURE = "__Host-tipstats";
    private static final Pattern LOOPBACK = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d+)?");

    private SessionCookie() {}

    static Optional<SessionSecret> read(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name(request)))
                .map(Cookie::getValue)
                .flatMap(SessionSecret::of);
    }

    /** A header line that keeps the secret until the browser is closed. */
    static String keep(SessionSecret secret, HttpServerRequest request) {
        return cookie(name(request), secret.text(), request).encode();
    }

    /** A header line that makes the browser forget it. */
    static String drop(HttpServerRequest request) {
        return cookie(name(request), "", request).setMaxAge(0).encode();
    }

    /** A header line that has pages lead to the desk, see {@link Frames#SIGNED_IN}. */
    static String keepWay(HttpServerRequest request) {
        return cookie(Frames.SIGNED_IN, "yes", request).encode();
    }

    /** A header line that ends that. */
    static String dropWay(HttpServerRequest request) {
        return cookie(Frames.SIGNED_IN, "", request).setMaxAge(0).encode();
    }

    private static Cookie cookie(String name, String value, HttpServerRequest request) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(isSecure(request));
    }

    private static String name(HttpServerRequest request) {
        return isSecure(request) ? SECURE : NAME;
    }

    /** Plain HTTP is for one's own machine; whatever else comes unencrypted comes from a proxy that ends the encryption. */
    private static boolean isSecure(HttpServerRequest request) {
        String host = request.getHeader("Host");
        return request.isSSL() || host == null || !LOOPBACK.matcher(host).matches();
    }
}
