package org.tipstats.platform.http;

import java.util.regex.Pattern;

/** Recognises the pages of the website that accept files. The API's limits of uploads apply to them, too. */
public final class FilePages {

    private static final Pattern PATHS = Pattern.compile("/[a-z]{2}/(?:desk/submissions/new|check(?:/.*)?)");

    private FilePages() {}

    public static boolean matches(String path) {
        return PATHS.matcher(path).matches();
    }
}
