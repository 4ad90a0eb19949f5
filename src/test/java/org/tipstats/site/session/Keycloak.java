package org.tipstats.site.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.tipstats.site.session.KeycloakServer.Door;

/** What an administrator of Keycloak does, and the tokens that it gives to programs. */
final class Keycloak {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;

    Keycloak(Door door) {
        address = door.address();
    }

    String issuer() {
        return address + "/realms/tipstats";
    }

    private RequestSpecification asAdministrator() {
        Response token = RestAssured.given()
                .formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", Door.ADMINISTRATOR)
                .formParam("password", Door.ADMINISTRATOR)
                .post(address + "/realms/master/protocol/openid-connect/token");
        return RestAssured.given()
                .header("Authorization", "Bearer " + token.jsonPath().getString("access_token"))
                .contentType("application/json");
    }

    private String realm(String path) {
        return address + "/admin/realms/tipstats" + path;
    }

    private String id(String person) {
        return asAdministrator()
                .get(realm("/users?exact=true&username=" + person))
                .jsonPath()
                .getString("[0].id");
    }

    void disable(String person) {
        asAdministrator()
                .body(Map.of("enabled", false))
                .put(realm("/users/" + id(person)))
                .then()
                .statusCode(204);
    }

    void signOut(String person) {
        asAdministrator().post(realm("/users/" + id(person) + "/logout")).then().statusCode(204);
    }

    void leaveGroup(String person, String group) {
        String groupId = asAdministrator()
                .get(realm("/groups?exact=true&search=" + group))
                .jsonPath()
                .getString("[0].id");
        asAdministrator()
                .delete(realm("/users/" + id(person) + "/groups/" + groupId))
                .then()
                .statusCode(204);
    }

    /** Makes a new key, with which Keycloak signs from now on. */
    void rotateKeys() {
        addKey("rsa-generated", Map.of("priority", new String[] {"200"}));
    }

    /**
     * Gives Keycloak a key of the test, which it publishes, but with which it does not sign.
     *
     * @return the id of the key
     */
    String publish(KeyPair key) {
        String encoded = Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n";
        addKey("rsa", Map.of("priority", new String[] {"1"}, "privateKey", new String[] {pem}));
        byte[] modulus = ((RSAPublicKey) key.getPublic()).getModulus().toByteArray();
        String published = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(modulus, modulus[0] == 0 ? 1 : 0, modulus.length));
        return RestAssured.get(issuer() + "/protocol/openid-connect/certs")
                .jsonPath()
                .param("n", published)
                .getString("keys.find { it.n == n }.kid");
    }

    private void addKey(String provider, Map<String, String[]> config) {
        String realm = asAdministrator().get(realm("")).jsonPath().getString("id");
        asAdministrator()
                .body(Map.of(
                        "name",
                        provider + " of a test",
                        "parentId",
                        realm,
                        "providerId",
                        provider,
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "config",
                        config))
                .post(realm("/components"))
                .then()
                .statusCode(201);
    }

    /** Returns the access token of a program. */
    String programToken(String client) {
        return token(client, Map.of("grant_type", "client_credentials")).getString("access_token");
    }

    /** Returns one of the tokens that a program gets for a person: {@code access_token} or {@code id_token}. */
    String personToken(String person, String kind) {
        return token(
                        "program",
                        Map.of(
                                "grant_type",
                                "password",
                                "scope",
                                "openid",
                                "username",
                                person,
                                "password",
                                "secret-" + person))
                .getString(kind);
    }

    private JsonPath token(String client, Map<String, String> grant) {
        Response answer = RestAssured.given()
                .auth()
                .preemptive()
                .basic(client, client + "-secret")
                .formParams(grant)
                .post(issuer() + "/protocol/openid-connect/token");
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    /** Returns a part of a token: 0 is the header, 1 the claims. */
    static JsonNode part(String token, int part) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[part]));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns the public key with an id, as the provider publishes it. */
    String publishedKey(String kid) {
        return RestAssured.get(issuer() + "/protocol/openid-connect/certs")
                .jsonPath()
                .param("kid", kid)
                .getString("keys.find { it.kid == kid }.x5c[0]");
    }
}
