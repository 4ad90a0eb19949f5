package org.tipstats.platform.access;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** What an administrator calls in the tests of accounts. */
record AccountCalls(String token) {

    static final String ACCOUNTS = "/api/v1/accounts";
    static final String NOBODY = ACCOUNTS + "/" + new UUID(7, 7);

    RequestSpecification request() {
        return TestAccounts.as(token);
    }

    private RequestSpecification json(String body) {
        return request().contentType(ContentType.JSON).body(body);
    }

    ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    ValidatableResponse post(String path, String body) {
        return json(body).post(path).then();
    }

    ValidatableResponse put(String path, String body) {
        return json(body).put(path).then();
    }

    ValidatableResponse delete(String path) {
        return request().delete(path).then();
    }

    /** Returns the entries of the audit log about a subject. */
    ValidatableResponse audit(String subject) {
        return get("/api/v1/audit?subject=" + subject).statusCode(200);
    }
}
