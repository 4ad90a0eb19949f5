package org.tipstats.start.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tipstats.start.export.LiveService.Answer;

/**
 * The release that an export copies, as the public API shows it.
 *
 * @param facts its id, title, time of publication and hash, for the manifest
 * @param errata the notices about errors in the release
 */
record CopiedRelease(String id, Map<String, Object> facts, List<JsonNode> errata) {

    private static final String RELEASES = "/api/v1/releases";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int GONE = 410;

    /**
     * Reads the release.
     *
     * @throws ExportFailedException if the release is not public, was withdrawn, or is not the newest one
     */
    static CopiedRelease read(String id, LiveService service) {
        if (!ID.matcher(id).matches()) {
            throw none(id);
        }
        Answer answer = service.get(RELEASES + "/" + id);
        JsonNode release = answer.json();
        if (answer.status() == GONE || release.path("status").asText().equals("WITHDRAWN")) {
            throw ExportFailedException.refused("The release " + id + " was withdrawn.");
        }
        if (!answer.isGood() || !isPublished(release)) {
            throw none(id);
        }
        checkNewest(id, service);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("release", id);
        facts.put("title", release.path("title").asText());
        facts.put("publishedAt", release.path("publishedAt").asText());
        facts.put("contentHash", release.path("contentHash").asText());
        List<JsonNode> errata = new ArrayList<>();
        release.path("errata").forEach(errata::add);
        return new CopiedRelease(id, facts, errata);
    }

    /**
     * Reads the release again when the copy is complete.
     *
     * @throws ExportFailedException if it is not public any more, is not the newest one any more, or was changed, for
     *     example by an erratum
     */
    void checkUnchanged(LiveService service) {
        if (!read(id, service).equals(this)) {
            throw ExportFailedException.refused(
                    "The release " + id + " got an erratum or was changed during the export. Export it again.");
        }
    }

    private static ExportFailedException none(String id) {
        return ExportFailedException.refused("The service has no published release " + id
                + ". A draft or a release under embargo cannot be exported.");
    }

    /**
     * Checks that the start page and the lists of areas show this release. These pages always show the newest release.
     */
    private static void checkNewest(String id, LiveService service) {
        String newest = id;
        Instant latest = Instant.EPOCH;
        for (JsonNode release : service.required(RELEASES).json().path("items")) {
            if (!isPublished(release)) {
                continue;
            }
            Instant time = Instant.parse(release.path("publishedAt").asText());
            if (time.isAfter(latest)) {
                newest = release.path("id").asText();
                latest = time;
            }
        }
        if (!newest.equals(id)) {
            throw ExportFailedException.refused("Only the newest release can be exported, which is " + newest
                    + ": the start page and the pages of countries and areas show it.");
        }
    }

    private static boolean isPublished(JsonNode release) {
        return release.path("status").asText().equals("PUBLISHED");
    }
}
