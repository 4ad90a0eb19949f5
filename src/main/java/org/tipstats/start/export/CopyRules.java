package org.tipstats.start.export;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what a copy contains. Starting at the start pages, the copy contains the target of every link that these
 * rules accept. All other links lead to the service; links to the desk are removed. A reader therefore reaches every
 * public page, but the number of files does not grow with the explorer's choices.
 */
final class CopyRules {

    /** Pages that need the service: they depend on the reader, accept a file, or answer free questions. */
    private static final Pattern NEEDS_SERVICE =
            Pattern.compile("/(?:desk|sign-in|sign-out|theme|invitation|search|check|table|figure|dev)(?:/.*)?");

    private static final Pattern DESK = Pattern.compile("/[a-z]{2}/(?:desk|sign-in|sign-out|invitation)(?:[/?#].*)?");

    /** Pages from which a copy follows links to charts, maps and tables of the explorer. Other pages have too many. */
    private static final Pattern WITH_CHARTS = Pattern.compile("(?:/topics(?:/[^/]+)?|/data)?");

    private static final Pattern CHART = Pattern.compile("/data/[A-Z_]+");
    private static final Pattern OF_ONE_RELEASE = Pattern.compile("/(?:releases|reports)/([^/]+)(?:/.*)?");
    private static final Pattern TOPIC = Pattern.compile("/topics/[^/]+");
    /** A region or another group of areas. Codes of single areas have three letters (ISO 3166). */
    private static final Pattern OF_GROUP = Pattern.compile("area=(?![A-Z]{3}$)\\w+");

    private static final Pattern FLOWS_OF = Pattern.compile("AREA=\\w+");
    private static final Pattern CHANGES = Pattern.compile("/releases/[^/]+/changes");
    private static final Pattern ASSET = Pattern.compile("/(?:assets|map)/.+");
    private static final Pattern ANSWER = Pattern.compile("/api/v1/(?:data|series|coverage|releases|dataflows|codelists"
            + "|rules|catalogue\\.jsonld|feed\\.atom|calendar\\.ics)(?:/.*)?");
    private static final Pattern RELEASE_ANSWER = Pattern.compile("/api/v1/releases/([^/]+)(?:/.*)?");

    private final String release;
    private final Pattern languages;

    CopyRules(String release, List<String> languages) {
        this.release = release;
        this.languages = Pattern.compile(
                "/(?:" + languages.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?:/.*)?");
    }

    /**
     * Returns whether a link leads to the desk, an invitation, or a page to sign in or out. A copy does not contain
     * such links.
     */
    static boolean isDesk(String address) {
        return DESK.matcher(address).matches();
    }

    /** Returns whether a copy contains a picture or script of a page. */
    boolean copiesPart(CopyAddress part) {
        return part.isSafe()
                && part.isOf(release)
                && (ASSET.matcher(part.path()).matches() || isOfLanguage(part) && !part.isPage());
    }

    /** Returns whether the target of a link is copied. */
    boolean copiesLink(CopyAddress to, CopyAddress from) {
        if (!to.isSafe() || !to.isOf(release)) {
            return false;
        }
        if (to.isApi()) {
            return !from.hasChoice() && ANSWER.matcher(to.path()).matches() && isOfRelease(to.path(), RELEASE_ANSWER);
        }
        if (ASSET.matcher(to.path()).matches()) {
            return true;
        }
        String below = to.below();
        return isOfLanguage(to)
                && !NEEDS_SERVICE.matcher(below).matches()
                && isOfRelease(below, OF_ONE_RELEASE)
                && (to.isPage() || isReport(below))
                && (!to.hasChoice() || copiesChoice(to, from));
    }

    private boolean copiesChoice(CopyAddress to, CopyAddress from) {
        String below = to.below();
        return TOPIC.matcher(below).matches() && OF_GROUP.matcher(to.query()).matches()
                || below.equals("/flows") && FLOWS_OF.matcher(to.query()).matches()
                || below.equals("/coverage") && to.query().matches("dataflow=\\w+")
                || CHANGES.matcher(below).matches() && to.query().matches("dataflow=\\w+")
                || CHART.matcher(below).matches()
                        && !from.hasChoice()
                        && WITH_CHARTS.matcher(from.below()).matches();
    }

    /**
     * Returns whether the path is that of the printed report. A copy contains this file, but no printed briefs, because
     * the service prints a brief only on request.
     */
    private static boolean isReport(String below) {
        return below.startsWith("/reports/") && below.endsWith("/report.pdf");
    }

    private boolean isOfLanguage(CopyAddress address) {
        return languages.matcher(address.path()).matches();
    }

    private boolean isOfRelease(String path, Pattern pattern) {
        var found = pattern.matcher(path);
        return !found.matches() || found.group(1).equals(release);
    }

    /** Returns the first addresses: the start pages, and pages to which no page of the copy has a link. */
    static List<String> starts(List<String> languages) {
        return languages.stream()
                .flatMap(language -> Stream.of("/", "/tabulate", "/problems").map(path -> "/" + language + path))
                .toList();
    }
}
