package org.tipstats.platform.http;

import java.util.regex.Pattern;

/** The pages of the website that take files: limits of uploads hold for them as for the API. */
public final class FilePages {

    private static final Pattern PATHS = Pattern.compile("/[a-z]{2}/(?:desk/submissions/new|check(?:/.*)?)");

    private FilePages() {}

    public static boolean matches(String path) {
        return PATHS.matcher(path).matches();
    }
}
