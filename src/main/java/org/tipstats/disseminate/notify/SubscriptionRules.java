package org.tipstats.disseminate.notify;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.disseminate.deliver.HookAddress;
import org.tipstats.disseminate.deliver.HookAddress.AddressRefusedException;
import org.tipstats.disseminate.deliver.PublicAddressLookup;
import org.tipstats.disseminate.deliver.PublicAddressLookup.NoPublicAddressException;
import org.tipstats.disseminate.notify.SubscriptionResource.SubscriptionRequest;
import org.tipstats.platform.http.SubscriptionConfig;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Checks a new subscription and reports all faults at once. */
@Singleton
class SubscriptionRules {

    private final SchemaRegistry schemas;
    private final PublicAddressLookup addresses;
    private final SubscriptionConfig config;

    SubscriptionRules(SchemaRegistry schemas, PublicAddressLookup addresses, SubscriptionConfig config) {
        this.schemas = schemas;
        this.addresses = addresses;
        this.config = config;
    }

    /**
     * Checks a request and returns the host of the URL. The check looks up the host, so the caller must not hold a
     * transaction.
     *
     * @throws ProblemException with status 400 and every fault if there is one
     */
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
                    WordSuggestions.near(request.dataflow(), known)));
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
