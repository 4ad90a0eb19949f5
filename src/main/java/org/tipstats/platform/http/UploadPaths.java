package org.tipstats.platform.http;

import java.util.regex.Pattern;

/** Recognises the pages of the website that accept files. The API's limits of uploads apply to them, too. */
public final class UploadPaths {

    private static final Pattern PATHS = Pattern.compile("/[a-z]{2}/(?:desk/submissions/new|check(?:/.*)?)");

    private UploadPaths() {}

    public static boolean matches(String path) {
        return PATHS.matcher(path).matches();
    }
}
