package org.tipstats.platform.problem;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A resource for tests that fails in every possible way. */
@Path("/api/v1/faulty")
class FaultyResource {

    private final FaultyService service;

    FaultyResource(FaultyService service) {
        this.service = service;
    }

    record Form(String title, Integer count, List<String> codes, Instant at, Map<String, String> texts) {}

    @GET
    @Path("/{way}")
    @Produces("text/csv")
    public String fail(@RestPath String way, @RestQuery String limit) throws Exception {
        switch (way) {
            case "bug" -> throw new IllegalStateException("select secret from hidden at org.tipstats");
            case "end" -> throw new EOFException();
            case "disk" -> throw new UncheckedIOException(new IOException("No space left on device"));
            case "database" -> throw new IllegalStateException(new SQLException("host=db-one is away", "08006"));
            case "connection" -> service.loseConnection();
            case "commit" -> service.loseConnectionBeforeCommit();
            case "conflict" -> service.repeatKey();
            case "lock" -> service.waitForLock();
            case "members" ->
                throw new ProblemException(Problem.of(ProblemType.CONTENT_INVALID, "The file has an error.")
                        .header("Location", "/api/v1/submissions/7")
                        .with("report", Map.of("valid", false)));
            default -> {
                return "fine";
            }
        }
        return "not failed";
    }

    @POST
    @Consumes("application/json")
    public Form take(Form form) {
        return form;
    }

    @POST
    @Path("/bytes")
    @Consumes("application/octet-stream")
    public int count(byte[] body) {
        return body.length;
    }
}
