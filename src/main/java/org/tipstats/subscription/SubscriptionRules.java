package org.tipstats.subscription;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.problem.InputError;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.Suggestions;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.web.SubscriptionConfig;
import org.tipstats.webhook.AddressRefusedException;
import org.tipstats.webhook.HookAddress;
import org.tipstats.webhook.NoPublicAddressException;
import org.tipstats.webhook.PublicAddresses;

/** Checks what a new subscription should be like, all of it at once. */
@Singleton
class SubscriptionRules {

    private final SchemaRegistry schemas;
    private final PublicAddresses addresses;
    private final SubscriptionConfig config;

    SubscriptionRules(SchemaRegistry schemas, PublicAddresses addresses, SubscriptionConfig config) {
        this.schemas = schemas;
        this.addresses = addresses;
        this.config = config;
    }

    /** The host that is named; a 400 that lists every fault. The host is looked up, so hold no transaction meanwhile. */
    String check(SubscriptionRequest request) {
        if (request == null) {
            throw ProblemException.body(List.of(InputError.pointer("", null, "The body must have \"url\".")));
        }
        List<InputError> faults = new ArrayList<>();
        String host = host(request.url(), faults);
        List<String> known = schemas.dataflows().stream().map(Dataflow::id).toList();
        if (request.dataflow() != null && !known.contains(request.dataflow())) {
            faults.add(InputError.pointer(
                    "/dataflow",
                    request.dataflow(),
                    "There is no dataflow with this id.",
                    Suggestions.near(request.dataflow(), known)));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.body(faults);
        }
        return host;
    }

    private String host(String url, List<InputError> faults) {
        try {
            HookAddress address = HookAddress.parse(url, config.loopback());
            addresses.of(address);
            return address.host();
        } catch (AddressRefusedException | NoPublicAddressException e) {
            faults.add(InputError.pointer("/url", url, e.getMessage()));
            return null;
        }
    }
}
