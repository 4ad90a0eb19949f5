package org.tipstats.disseminate.notify;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whom to tell of releases.
 *
 * @param url where messages are posted to
 * @param dataflow only of releases in which it changed; null for all
 */
@Schema(examples = "{\"url\": \"https://hooks.example.org/tipstats\", \"dataflow\": \"VICTIMS\"}")
record SubscriptionRequest(String url, String dataflow) {}
