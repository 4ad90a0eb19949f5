package org.tipstats.start.postgres;

import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The URL of a database, and the user and password for it.
 *
 * @param url the JDBC address, without user and password
 */
public record DatabaseAddress(String url, Optional<String> username, Optional<String> password) {
    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?(?:postgresql|postgres)://(?:(?<user>[^:@/?]*)(?::(?<password>[^/?]*))?@)?(?<rest>[^@]*(?:\\?.*)?)");

    private static final Pattern SAYS_ENCRYPTION = Pattern.compile("[?&](?:ssl|sslmode)(?:=|&|$)");

    /**
     * Parses a text of the form {@code postgresql://user:password@host:port/database}, with or without the prefix
     * {@code jdbc:}. User and password are optional and percent-encoded.
     *
     * @throws StartRefusedException if the text is not valid
     */
    public static DatabaseAddress parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            // The message leaves out the text, because it may contain a password.
            throw new StartRefusedException("TIPSTATS_DATABASE_URL must look like"
                    + " postgresql://host:5432/database or jdbc:postgresql://host:5432/database.");
        }
        return new DatabaseAddress(
                "jdbc:postgresql://" + matcher.group("rest"),
                Optional.ofNullable(matcher.group("user"))
                        .filter(user -> !user.isEmpty())
                        .map(DatabaseAddress::decode),
                Optional.ofNullable(matcher.group("password")).map(DatabaseAddress::decode));
    }

    /** Returns a copy with another user and password. An empty argument keeps the old value. */
    public DatabaseAddress withLogin(Optional<String> otherUsername, Optional<String> otherPassword) {
        return new DatabaseAddress(url, otherUsername.or(() -> username), otherPassword.or(() -> password));
    }

    /**
     * Returns an address whose connections are encrypted if they leave this machine. An address that sets encryption
     * itself stays unchanged.
     */
    public DatabaseAddress encrypted() {
        if (isLocal() || SAYS_ENCRYPTION.matcher(url).find()) {
            return this;
        }
        return new DatabaseAddress(url + (url.contains("?") ? "&" : "?") + "sslmode=require", username, password);
    }

    private boolean isLocal() {
        String hosts = url.substring("jdbc:postgresql://".length()).split("[/?]", 2)[0];
        return Stream.of(hosts.split(",", -1))
                .map(host -> host.startsWith("[") ? host.substring(1).split("]", 2)[0] : host.split(":", 2)[0])
                .allMatch(host -> host.isEmpty() || isLoopback(host));
    }

    /**
     * Returns whether only this machine can reach a host. Returns false for host names other than {@code localhost},
     * because their network address can change.
     */
    public static boolean isLoopback(String host) {
        boolean literal = host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+") || host.contains(":");
        try {
            return host.equalsIgnoreCase("localhost")
                    || (literal && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // The exception contains neither the text nor the cause, because they may contain a password.
            throw new StartRefusedException("In the user and the password of TIPSTATS_DATABASE_URL, write %25 for %,"
                    + " or set TIPSTATS_DATABASE_USERNAME and TIPSTATS_DATABASE_PASSWORD instead.");
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
