package org.tipstats.start.export;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An address of the service and its place in a copy. File servers ignore queries, so a choice becomes a part of the
 * path: {@code /en/topics/forced-labour?area=150} is at {@code /en/topics/forced-labour/150/}.
 *
 * @param path the path as it is in the URL
 * @param query the choice, sorted by name, without parameters that a copy ignores; empty without a choice
 * @param release the release that the address names in its query; empty if it names none
 */
record CopyAddress(String path, String query, Optional<String> release) {

    private static final String RELEASE = "release=";
    /** Parameters that a copy ignores, because it contains only one release, and every answer with all values. */
    private static final Set<String> IGNORED = Set.of("release", "limit");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    /**
     * A path with only letters, digits and signs that every file system allows. No part begins with a dot, so the path
     * cannot lead out of the folder of the copy.
     */
    private static final Pattern SAFE_PATH = Pattern.compile("(?:/(?!\\.)[A-Za-z0-9._~-]+)*/?");

    private static final Pattern AREA = Pattern.compile("(?:^|&)(?:REF_AREA|AREA|area)=([A-Za-z0-9_-]{1,40})(?=&|$)");
    private static final Pattern PAGE = Pattern.compile("/[a-z]{2}(?:/.*)?");
    /** An address that ends like a file name. Lists the endings, because the id of a release may contain a dot. */
    private static final Pattern FILE =
            Pattern.compile("(.*[^/])(\\.(?:svg|pdf|xlsx|csv|js|css|txt|zip|jsonld|atom|ics))");

    private static final Pattern FORMAT = Pattern.compile("(?:^|&)format=([a-z-]+)(?=&|$)");
    private static final String API = "/api/";
    private static final int HASH = 8;

    /** The file ending of an API format, by the name of the format. For all other formats, the ending is the name. */
    private static final Map<String, String> ENDINGS =
            Map.of("bibtex", "bib", "csl", "csl.json", "json-stat", "json-stat.json");

    /**
     * Reads an address without its part after {@code #}.
     *
     * @param address the path with its query, as in the URL
     */
    static CopyAddress of(String address) {
        int mark = address.indexOf('?');
        if (mark < 0) {
            return new CopyAddress(address, "", Optional.empty());
        }
        String[] parts = address.substring(mark + 1).split("&");
        Optional<String> release = Arrays.stream(parts)
                .filter(part -> part.startsWith(RELEASE))
                .map(part -> part.substring(RELEASE.length()))
                .reduce((one, other) -> one.equals(other) ? one : one + "," + other);
        List<String> choice = Arrays.stream(parts)
                .filter(part -> !part.isEmpty() && !IGNORED.contains(part.split("=", 2)[0]))
                .sorted()
                .toList();
        return new CopyAddress(address.substring(0, mark), String.join("&", choice), release);
    }

    /** Returns whether a copy of the given release may contain the address: the address names no other release. */
    boolean isOf(String copied) {
        return release.isEmpty() || release.get().equals(copied);
    }

    boolean isPage() {
        return PAGE.matcher(path).matches() && !FILE.matcher(path).matches();
    }

    boolean isApi() {
        return path.startsWith(API);
    }

    boolean hasChoice() {
        return !query.isEmpty();
    }

    /** Returns whether every file system allows this path, and the path stays in the folder of the copy. */
    boolean isSafe() {
        return SAFE_PATH.matcher(path).matches();
    }

    /** Returns the path of a page without the language and the slash at its end. */
    String below() {
        return path.length() <= 3 ? "" : path.substring(3).replaceFirst("/$", "");
    }

    /**
     * Returns the address for a link in the copy. For a page, this is the address of a folder, because every file
     * server answers such an address with the index file in the folder.
     */
    String link() {
        if (isPage()) {
            String folder = path.replaceFirst("/$", "") + "/";
            return hasChoice() ? folder + segment(query) + "/" : folder;
        }
        Matcher named = FILE.matcher(path);
        if (named.matches()) {
            return named.group(1) + below(query) + named.group(2);
        }
        Matcher format = FORMAT.matcher(query);
        String word = format.find() ? format.group(1) : "json";
        return path + below(withoutFormat()) + "." + ENDINGS.getOrDefault(word, word);
    }

    private String withoutFormat() {
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.startsWith("format="))
                .collect(Collectors.joining("&"));
    }

    private static String below(String choice) {
        return choice.isEmpty() ? "" : "/" + segment(choice);
    }

    /** Returns the path of the file in the folder of the copy. */
    String file() {
        return link().substring(1) + (isPage() ? "index.html" : "");
    }

    /**
     * Returns a choice as a part of a path. If the choice is one plain value, the part is this value. Otherwise the
     * part is the area in the choice, or {@code choice} without an area, then a hyphen and the beginning of the hash of
     * the choice.
     */
    private static String segment(String choice) {
        String[] parts = choice.split("&");
        String only = parts[0].substring(parts[0].indexOf('=') + 1);
        if (parts.length == 1 && PLAIN.matcher(only).matches()) {
            return only;
        }
        Matcher area = AREA.matcher(choice);
        return (area.find() ? area.group(1) : "choice") + "-"
                + DigestUtils.sha256Hex(choice).substring(0, HASH);
    }
}
