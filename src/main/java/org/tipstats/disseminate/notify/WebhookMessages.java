package org.tipstats.disseminate.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.tipstats.disseminate.notify.Delivery.DeliveryType;
import org.tipstats.platform.database.JsonText;
import org.tipstats.publish.notice.ReleaseNotice;
import org.tipstats.publish.release.PublicationAnnouncer.ReleasePublished;

/**
 * Writes the messages to receivers: small JSON objects in the form that Standard Webhooks recommends. Messages contain
 * no figures, except in the text of an erratum or the reason for a withdrawal, which are public.
 */
@Singleton
record WebhookMessages(ObjectMapper json) {

    private static final String ENGLISH = "en";
    private static final int CHALLENGE_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param base the URL of the service, for links */
    Delivery published(Subscription to, ReleasePublished release, String base, Instant at) {
        String api = base + "/api/v1";
        String address = api + "/releases/" + release.id();
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("release", address);
        links.put("changes", address + "/changes");
        links.put("feed", api + "/feed.atom");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("release", release.id());
        data.put("title", release.titles().inLanguage(ENGLISH));
        data.put("titleIn", release.titles().texts());
        data.put("publishedAt", release.publishedAt().toString());
        data.put("dataflows", release.dataflows());
        data.put("changed", release.changed());
        data.put("log", release.log());
        data.put("links", links);
        return delivery(to, DeliveryType.RELEASE_PUBLISHED, release.id(), data, null, at);
    }

    /** @param base the URL of the service, for links */
    Delivery noticed(Subscription to, ReleaseNotice notice, String base, Instant at) {
        boolean withdrawn = notice.kind() == ReleaseNotice.Kind.WITHDRAWAL;
        String api = base + "/api/v1";
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("release", notice.release());
        data.put("title", notice.titles().inLanguage(ENGLISH));
        data.put("titleIn", notice.titles().texts());
        data.put(withdrawn ? "withdrawnAt" : "publishedAt", notice.publishedAt().toString());
        data.put(
                withdrawn ? "reason" : "text",
                withdrawn ? notice.text().inLanguage(ENGLISH) : notice.text().texts());
        data.put("links", Map.of("release", api + "/releases/" + notice.release(), "feed", api + "/feed.atom"));
        DeliveryType type = withdrawn ? DeliveryType.RELEASE_WITHDRAWN : DeliveryType.RELEASE_ERRATUM;
        return delivery(to, type, notice.release(), data, null, at);
    }

    Delivery verification(Subscription to, Instant at) {
        byte[] bits = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(bits);
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("subscription", to.id());
        data.put("challenge", challenge);
        return delivery(to, DeliveryType.VERIFICATION, null, data, challenge, at);
    }

    Delivery test(Subscription to, Instant at) {
        return delivery(to, DeliveryType.TEST, null, Map.of("subscription", to.id()), null, at);
    }

    private Delivery delivery(
            Subscription to,
            DeliveryType type,
            String release,
            Map<String, Object> data,
            String challenge,
            Instant at) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type.word());
        message.put("timestamp", at.toString());
        message.put("data", data);
        String body = JsonText.write(json, message);
        return new Delivery(UUID.randomUUID(), to.id(), type, release, body, challenge, 0, at);
    }

    /**
     * Returns whether an answer is the challenge, either bare or as {@code {"challenge": "…"}}. A receiver that sends
     * the complete message back is not accepted, because an echo does not show that the receiver wants messages.
     */
    boolean answers(String challenge, String answer) {
        String text = answer.strip();
        if (text.equals(challenge)) {
            return true;
        }
        try {
            JsonNode read = json.readTree(text);
            return read != null && challenge.equals(read.path("challenge").textValue());
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
