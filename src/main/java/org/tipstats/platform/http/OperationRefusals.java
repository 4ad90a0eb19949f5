package org.tipstats.platform.http;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds to an operation the problems that it may answer with, by their names in the API description. */
final class OperationRefusals {

    private static final Map<String, String> STATUS = Map.ofEntries(
            Map.entry("BadRequest", "400"),
            Map.entry("Unauthenticated", "401"),
            Map.entry("Forbidden", "403"),
            Map.entry("NotFound", "404"),
            Map.entry("NotAcceptable", "406"),
            Map.entry("Conflict", "409"),
            Map.entry("PreconditionFailed", "412"),
            Map.entry("TooLarge", "413"),
            Map.entry("UnsupportedMediaType", "415"),
            Map.entry("ContentInvalid", "422"),
            Map.entry("TooManyRequests", "429"),
            Map.entry("Unavailable", "503"));
    private static final List<String> EVERYWHERE =
            List.of("BadRequest", "Unauthenticated", "NotAcceptable", "TooManyRequests", "Unavailable");

    private OperationRefusals() {}

    static void add(Operation operation, String name) {
        operation
                .getResponses()
                .addAPIResponse(STATUS.get(name), OASFactory.createAPIResponse().ref(name));
    }

    /** Adds the problems that follow from the path, security, parameters and body of the operation. */
    static void add(String path, Operation operation) {
        if (!path.startsWith("/api/")) {
            return;
        }
        EVERYWHERE.forEach(name -> add(operation, name));
        if (operation.getSecurity() != null) {
            add(operation, "Forbidden");
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> p.getIn() == Parameter.In.PATH)) {
            add(operation, "NotFound");
        }
        if (operation.getRequestBody() != null) {
            add(operation, "UnsupportedMediaType");
            add(operation, "TooLarge");
        }
    }
}
