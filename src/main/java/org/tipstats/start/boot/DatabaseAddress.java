package org.tipstats.start.boot;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is and how to log in.
 *
 * @param url the JDBC address, without user and password
 */
record DatabaseAddress(String url, Optional<String> username, Optional<String> password) {
    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?(?:postgresql|postgres)://(?:(?<user>[^:@/?]*)(?::(?<password>[^/?]*))?@)?(?<rest>[^@]*(?:\\?.*)?)");

    /**
     * Reads {@code postgresql://user:password@host:port/database} or the same with {@code jdbc:} before it; user and
     * password may be left out and are percent-encoded.
     */
    static DatabaseAddress parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            // Without the text, which may hold a password.
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

    /** The same address with another login, where one is given. */
    DatabaseAddress withLogin(Optional<String> otherUsername, Optional<String> otherPassword) {
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
