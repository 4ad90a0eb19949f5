package org.tipstats.disseminate.tables;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.disseminate.tables.IcebergProblemRenderer.IcebergProblems;
import org.tipstats.platform.database.JsonText;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.CachedReply;
import org.tipstats.platform.http.CachedReply.CacheInfo;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.tables.TableCatalogue;
import org.tipstats.publish.tables.TableCatalogue.OpenTable;

/** Serves the catalogue of open tables by the REST specification of Apache Iceberg, as far as readers need it. */
@Path(IcebergResource.PATH)
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class IcebergResource {

    static final String PATH = "/iceberg/v1";

    private static final String NAMESPACES = "/v1/{prefix}/namespaces";

    /**
     * The operations of the specification that this service implements. Clients receive this list and call no other
     * operations.
     */
    private static final List<String> ENDPOINTS = List.of(
            "GET " + NAMESPACES,
            "GET " + NAMESPACES + "/{namespace}",
            "HEAD " + NAMESPACES + "/{namespace}",
            "GET " + NAMESPACES + "/{namespace}/tables",
            "GET " + NAMESPACES + "/{namespace}/tables/{table}",
            "HEAD " + NAMESPACES + "/{namespace}/tables/{table}");

    private static final List<String> SNAPSHOTS = List.of("all", "refs");

    private final TableCatalogue catalogue;
    private final ObjectMapper json;

    IcebergResource(TableCatalogue catalogue, ObjectMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    @GET
    @Path("/config")
    public Response config(@Context HttpHeaders headers) {
        return answer(
                catalogue.isOn()
                        ? Optional.of(new CatalogueConfiguration(Map.of(), Map.of(), ENDPOINTS))
                        : Optional.empty(),
                IcebergProblems.OFF,
                headers);
    }

    @GET
    @Path("/namespaces")
    public Response namespaces(@RestQuery String parent, @Context HttpHeaders headers) {
        List<List<String>> all = catalogue.namespaces().stream().map(List::of).toList();
        Optional<List<List<String>>> found = parent == null || parent.isEmpty()
                ? Optional.of(all)
                : has(parent).map(name -> List.of());
        return answer(found.map(NamespaceList::new), IcebergProblems.NO_NAMESPACE, headers);
    }

    @GET
    @Path("/namespaces/{namespace}")
    public Response namespace(@RestPath String namespace, @Context HttpHeaders headers) {
        return answer(
                has(namespace).map(name -> new NamespaceReply(List.of(name), Map.of())),
                IcebergProblems.NO_NAMESPACE,
                headers);
    }

    private Optional<String> has(String namespace) {
        return catalogue.namespaces().stream().filter(namespace::equals).findFirst();
    }

    @GET
    @Path("/namespaces/{namespace}/tables")
    public Response tables(@RestPath String namespace, @Context HttpHeaders headers) {
        return answer(
                has(namespace)
                        .map(name -> new TableList(catalogue.tables(name).stream()
                                .map(table -> new TableIdentifier(List.of(name), table))
                                .toList())),
                IcebergProblems.NO_NAMESPACE,
                headers);
    }

    /** @param snapshots {@code all} or {@code refs}; both return all snapshots, because each snapshot has a tag */
    @GET
    @Path("/namespaces/{namespace}/tables/{table}")
    public Response table(
            @RestPath String namespace,
            @RestPath String table,
            @RestQuery String snapshots,
            @Context HttpHeaders headers) {
        if (snapshots != null && !SNAPSHOTS.contains(snapshots)) {
            throw ProblemException.parameter("snapshots", snapshots, "\"snapshots\" must be all or refs.", SNAPSHOTS);
        }
        return answer(catalogue.table(namespace, table).map(LoadedTable::of), IcebergProblems.NO_TABLE, headers);
    }

    private Response answer(Optional<?> found, IcebergProblems missing, HttpHeaders headers) {
        String body = JsonText.write(json, found.orElseThrow(missing::problem));
        return CachedReply.of(headers, new CacheInfo(body, null, CachePolicy.ASK_AGAIN), () -> Response.ok(body));
    }

    private record CatalogueConfiguration(
            Map<String, String> defaults, Map<String, String> overrides, List<String> endpoints) {}

    private record NamespaceList(List<List<String>> namespaces) {}

    private record NamespaceReply(List<String> namespace, Map<String, String> properties) {}

    private record TableList(List<TableIdentifier> identifiers) {}

    private record TableIdentifier(List<String> namespace, String name) {}

    private record LoadedTable(
            @JsonProperty("metadata-location") String metadataLocation, JsonNode metadata, Map<String, String> config) {

        static LoadedTable of(OpenTable table) {
            return new LoadedTable(table.metadataLocation(), table.metadata(), Map.of());
        }
    }
}
