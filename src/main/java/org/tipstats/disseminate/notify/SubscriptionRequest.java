package org.tipstats.disseminate.notify;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request for messages about releases.
 *
 * @param url the address to which messages are posted
 * @param dataflow asks only for releases that change this dataflow; null for all releases
 */
@Schema(examples = "{\"url\": \"https://hooks.example.org/tipstats\", \"dataflow\": \"VICTIMS\"}")
record SubscriptionRequest(String url, String dataflow) {}
