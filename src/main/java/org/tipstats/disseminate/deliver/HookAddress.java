package org.tipstats.disseminate.deliver;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A URL to which messages may be sent. Unless the host is this machine, the URL has HTTPS, a usual port, and a host
 * name that may be in the public DNS.
 *
 * @param isLocal whether the host is this machine, which is allowed only in a trial
 */
public record HookAddress(URI uri, boolean isLocal) {

    private static final int MAX_LENGTH = 2_000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Set<Integer> PORTS = Set.of(HTTPS, 8443);
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

    /** Last parts of host names in internal networks, which no receiver on the public Internet has. */
    private static final List<String> INNER = List.of(
            "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "arpa");

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    /** Labels separated by dots. The last label begins with a letter, so that no form of an IP address matches. */
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final int LONGEST_NAME = 253;

    /**
     * Reads a URL from a request.
     *
     * @param trial whether URLs of this machine are allowed, also with HTTP and with any port
     * @throws AddressRefusedException if the URL is not allowed
     */
    public static HookAddress parse(String text, boolean trial) throws AddressRefusedException {
        if (text == null || text.length() > MAX_LENGTH || !VISIBLE.matcher(text).matches()) {
            throw new AddressRefusedException("An address must have 1 to " + MAX_LENGTH
                    + " visible ASCII characters; write other letters of a host's name as xn--, those of a path as %.");
        }
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (host.isEmpty() || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new AddressRefusedException(
                    "Write an address as https://example.org/path, without a user, a password or a fragment.");
        }
        if (trial && LOCAL.contains(host) && (scheme.equals("http") || scheme.equals("https"))) {
            return new HookAddress(uri, true);
        }
        check(scheme, host, uri.getPort());
        return new HookAddress(uri, false);
    }

    private static URI uri(String text) throws AddressRefusedException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new AddressRefusedException("This is not a web address.");
        }
    }

    private static void check(String scheme, String host, int port) throws AddressRefusedException {
        if (!scheme.equals("https")) {
            throw new AddressRefusedException("The address must begin with https://.");
        }
        if (port >= 0 && !PORTS.contains(port)) {
            throw new AddressRefusedException("The port must be 443 or 8443.");
        }
        boolean inner = INNER.stream().anyMatch(name -> host.equals(name) || host.endsWith("." + name));
        if (host.length() > LONGEST_NAME || !NAME.matcher(host).matches() || inner) {
            throw new AddressRefusedException(
                    "The host must be a full name of the public DNS, such as hooks.example.org, not an address in numbers"
                            + " and not a name within a network.");
        }
    }

    boolean isSecure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    public String host() {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isSecure() ? HTTPS : HTTP;
    }

    /** Returns the path and the query for the request line. */
    String target() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /**
     * Reports that messages may not be sent to a URL. The message of the exception tells the owner of the subscription
     * which URLs are allowed.
     */
    public static final class AddressRefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        AddressRefusedException(String message) {
            super(message);
        }
    }
}
