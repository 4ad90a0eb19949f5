package org.tipstats.start.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a database, and the user and password for it.
 *
 * @param url the JDBC address, without user and password
 */
public record DatabaseAddress(String url, Optional<String> username, Optional<String> password) {
    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?(?:postgresql|postgres)://(?:(?<user>[^:@/?]*)(?::(?<password>[^/?]*))?@)?(?<rest>[^@]*(?:\\?.*)?)");

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

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return url;
    }
}
